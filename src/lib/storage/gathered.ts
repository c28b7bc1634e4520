import type { Gathered as QueueInput, Limits } from '#lib/domain/queue/queue.ts';

/**
 * Cards that may come today: a few more than the limits can use, so that siblings can be kept apart.
 * `due` holds reviews and day-long steps, and the cards brought forward, by due day.
 */
export interface Gathered extends Required<QueueInput> {
	readonly broughtForward: NonNullable<QueueInput['broughtForward']>;
	readonly doneToday: NonNullable<QueueInput['doneToday']>;
	readonly limits: Limits;
}
