import type { Gathered as QueueInput, Limits } from '#lib/domain/queue/queue.ts';

/**
 * Cards that may come today: a few more than the limits can use, so that siblings can be kept apart.
 * `due` holds reviews and day-long steps, by due day, the cards brought forward and those the plan brings.
 */
export interface Gathered extends Required<QueueInput> {
	readonly broughtForward: NonNullable<QueueInput['broughtForward']>;
	readonly planned: NonNullable<QueueInput['planned']>;
	readonly doneToday: NonNullable<QueueInput['doneToday']>;
	readonly limits: Limits;
}
