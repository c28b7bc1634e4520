import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untouched } from '#lib/domain/cards/card.ts';
import { doing, model, run, step, type Step } from '#lib/domain/scheduling/example-device.ts';
import { timeOfUuid } from '#lib/domain/time/uuid-v7.ts';
import { applyEvent } from './apply-event.ts';
import { replay } from './replay.ts';

test('replaying a card’s events gives exactly its row, for 10,000 random histories', () => {
	let reviews = 0;
	let undos = 0;
	fc.assert(
		fc.property(histories, (steps) => {
			const device = run(steps);
			expect(replay(device.log, model)).toEqual(device.progress);
			reviews += device.log.filter(({ kind }) => kind === 'review').length;
			undos += device.log.filter(({ kind }) => kind === 'undo').length;
		}),
		{ numRuns: 10_000 },
	);
	expect(reviews).toBeGreaterThan(20_000);
	expect(undos).toBeGreaterThan(2000);
}, 60_000);

test('the order of events and duplicates among them don’t matter', () => {
	fc.assert(
		fc.property(histories, fc.array(fc.nat(), { minLength: 32 }), (steps, order) => {
			const { log, progress } = run(steps);
			const doubled = [...log, ...log.filter((_, index) => index % 3 === 0)];
			const shuffled = doubled
				.map((event, index) => ({ event, key: order[index % order.length] ?? 0 }))
				.sort((one, other) => one.key - other.key)
				.map(({ event }) => event);
			expect(replay(shuffled, model)).toEqual(progress);
		}),
		{ numRuns: 1000 },
	);
});

test('two devices that exchange their events, either way round, come to the same card', () => {
	fc.assert(
		fc.property(histories, histories, histories, (common, mine, yours) => {
			const start = run(common);
			const one = run(mine, { ...start, name: 'phone' });
			const other = run(yours, { ...start, name: 'laptop' });
			const merged = replay([...one.log, ...other.log], model);
			expect(replay([...other.log, ...one.log], model)).toEqual(merged);
			const all = [...other.log, ...one.log];
			const inOrder = [...new Map(all.map((event) => [event.id, event])).values()]
				.sort((a, b) => timeOfUuid(a.id) - timeOfUuid(b.id) || (a.id < b.id ? -1 : 1))
				.filter(({ id }) => !all.some((event) => event.kind === 'undo' && event.undoes === id));
			let folded = untouched;
			for (const event of inOrder) {
				if (event.kind !== 'undo') folded = applyEvent(folded, event, model);
			}
			expect(merged).toEqual(folded);
		}),
		{ numRuns: 1000 },
	);
});

test('undo leaves the card exactly as it was, event by event back to the start', () => {
	fc.assert(
		fc.property(histories, (steps) => {
			const forward = steps.filter(({ action }) => action !== 'undo');
			let device = run(forward);
			for (const { before } of [...device.undoable].reverse()) {
				const last = device.undoable.at(-1);
				const isLast = device.lasting.at(-1)?.event.id === last?.event.id;
				device = step(device, doing('undo'));
				if (isLast) expect(device.progress).toEqual(before);
				expect(replay(device.log, model)).toEqual(device.progress);
			}
			expect(device.undoable).toEqual([]);
		}),
		{ numRuns: 300 },
	);
});

const review = { arbitrary: fc.constant<Step['action']>('review'), weight: 6 };
const other = (action: Step['action'], weight = 1) => ({ arbitrary: fc.constant(action), weight });
/** What may be done with one card, reviews and undos above all. */
const histories = fc.array(
	fc.record<Step>({
		action: fc.oneof(
			review,
			other('undo', 3),
			other('practice'),
			other('bury'),
			other('suspend'),
			other('unsuspend'),
			other('reset'),
			other('reschedule'),
		),
		rating: fc.constantFrom(1, 2, 3, 4),
		minutes: fc.oneof(
			fc.integer({ min: 0, max: 30 }),
			fc.integer({ min: 0, max: 20 * 1440 }),
			fc.integer({ min: -6 * 1440, max: 0 }),
		),
		utcOffsetMinutes: fc.constantFrom(-600, -210, 0, 60, 345, 840),
		rolloverHour: fc.constantFrom(0, 4, 23),
	}),
	{ maxLength: 12, size: '+1' },
);
