import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import {
	back,
	currentPoint,
	firstTries,
	isAllRight,
	mark,
	missed,
	phaseOf,
	reveal,
	runMissedAgain,
	startDrill,
	type Drill,
	type DrillMode,
} from './drill.ts';
import type { RecapPoint } from './recap-points.ts';

const modes: readonly DrillMode[] = ['one-by-one', 'run-through', 'against-the-clock'];

const points = (count: number): RecapPoint[] =>
	Array.from({ length: count }, (_, index) => ({
		key: cardId(noteId('recap'), String(index + 1)),
		text: `Point ${index + 1}`,
	}));

const numbers = (of: readonly { key: string }[]) => of.map(({ key }) => key.replace('recap/', ''));

/** Marks the current point, revealing it first where it is hidden. */
function markNext(drill: Drill, knewIt: boolean): Drill {
	const shown = reveal(drill);
	return mark(shown, currentPoint(shown)?.key ?? '', knewIt);
}

function markAll(drill: Drill, marks: readonly boolean[]): Drill {
	return marks.reduce(markNext, drill);
}

test('one by one asks for each point, reveals it and waits for its mark', () => {
	let drill = startDrill(points(2), 'one-by-one');
	expect([phaseOf(drill), currentPoint(drill)?.text]).toEqual(['prompt', 'Point 1']);
	drill = reveal(drill);
	expect([phaseOf(drill), currentPoint(drill)?.text]).toEqual(['revealed', 'Point 1']);
	drill = mark(drill, 'recap/1', true);
	expect([phaseOf(drill), currentPoint(drill)?.text]).toEqual(['prompt', 'Point 2']);
	drill = markNext(drill, false);
	expect([phaseOf(drill), currentPoint(drill)]).toEqual(['finished', null]);
	expect(numbers(missed(drill))).toEqual(['2']);
});

test.each(['run-through', 'against-the-clock'] as const)(
	'a drill %s reveals all points at once, then each is marked in order',
	(mode) => {
		let drill = startDrill(points(3), mode);
		expect(phaseOf(drill)).toBe('prompt');
		drill = reveal(drill);
		for (const key of ['recap/1', 'recap/2', 'recap/3']) {
			expect([phaseOf(drill), currentPoint(drill)?.key]).toEqual(['revealed', key]);
			drill = mark(drill, key, key === 'recap/2');
		}
		expect(phaseOf(drill)).toBe('finished');
		expect(numbers(missed(drill))).toEqual(['1', '3']);
	},
);

describe('a mark is ignored', () => {
	test('before the point is revealed', () => {
		const drill = startDrill(points(2), 'one-by-one');
		expect(mark(drill, 'recap/1', true)).toBe(drill);
	});

	test('when it is of a point that was just marked, as by a double tap', () => {
		const drill = mark(reveal(startDrill(points(2), 'run-through')), 'recap/1', true);
		expect(mark(drill, 'recap/1', false)).toBe(drill);
	});

	test('after the end', () => {
		const drill = markAll(startDrill(points(1), 'run-through'), [true]);
		expect(mark(drill, 'recap/1', false)).toBe(drill);
	});
});

describe('back', () => {
	test('takes the last mark back and shows its point revealed', () => {
		const drill = back(markAll(startDrill(points(2), 'one-by-one'), [true]));
		expect([phaseOf(drill), currentPoint(drill)?.text]).toEqual(['revealed', 'Point 1']);
		expect(firstTries(drill)).toEqual([]);
	});

	test('works on the list of what was missed', () => {
		const drill = back(markAll(startDrill(points(2), 'run-through'), [true, false]));
		expect(currentPoint(drill)?.text).toBe('Point 2');
		expect(isAllRight(markNext(drill, true))).toBe(true);
	});

	test('returns from a run of the missed to the end of the run before', () => {
		const finished = markAll(startDrill(points(2), 'one-by-one'), [true, false]);
		expect(back(runMissedAgain(finished))).toEqual(finished);
	});

	test('changes nothing at the beginning', () => {
		const drill = startDrill(points(2), 'one-by-one');
		expect(back(drill)).toBe(drill);
	});
});

test('the missed are run again until all are right, and the first tries are kept', () => {
	let drill = markAll(startDrill(points(5), 'one-by-one'), [true, false, true, false, false]);
	drill = runMissedAgain(drill);
	expect([phaseOf(drill), currentPoint(drill)?.text]).toEqual(['prompt', 'Point 2']);
	drill = markAll(drill, [true, false, true]);
	expect(numbers(missed(drill))).toEqual(['4']);
	drill = markAll(runMissedAgain(drill), [true]);
	expect(isAllRight(drill)).toBe(true);
	expect(firstTries(drill).map(({ knewIt }) => knewIt)).toEqual([true, false, true, false, false]);
});

test('nothing is run again in the middle of a run, or when all was right', () => {
	const going = markAll(startDrill(points(2), 'one-by-one'), [false]);
	const right = markAll(startDrill(points(2), 'one-by-one'), [true, true]);
	expect(runMissedAgain(going)).toBe(going);
	expect(runMissedAgain(right)).toBe(right);
});

test('a recap without points is finished at once', () => {
	expect(isAllRight(startDrill([], 'run-through'))).toBe(true);
});

test('two points of one key are refused', () => {
	expect(() => startDrill([...points(1), ...points(1)], 'one-by-one')).toThrow('same key');
});

test('every drill ends all right once each point was known, with one first try for each point', () => {
	const anyMarks = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(
			fc.constantFrom(...modes),
			anyMarks,
			fc.infiniteStream(fc.boolean()),
			(mode, marks, more) => {
				let drill = markAll(startDrill(points(marks.length), mode), marks);
				expect(firstTries(drill).map(({ knewIt }) => knewIt)).toEqual(marks);
				for (let run = 0; run < 5 && !isAllRight(drill); run++) {
					const toRun = missed(drill);
					drill = runMissedAgain(drill);
					expect(drill.run.points).toEqual(toRun);
					drill = markAll(
						drill,
						toRun.map(() => more.next().value === true || run === 4),
					);
				}
				expect(isAllRight(drill)).toBe(true);
				expect(firstTries(drill).map(({ knewIt }) => knewIt)).toEqual(marks);
			},
		),
	);
});

test('a mark taken back and given again changes nothing', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...modes),
			fc.array(fc.boolean(), { minLength: 1 }),
			(mode, marks) => {
				const drill = markAll(startDrill(points(marks.length + 1), mode), marks);
				expect(markNext(back(drill), marks.at(-1) === true)).toEqual(drill);
			},
		),
	);
});
