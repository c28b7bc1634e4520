import type { RecapPoint } from './recap-points.ts';

/** Against the clock is the run-through with a countdown. */
export type DrillMode = 'one-by-one' | 'run-through' | 'against-the-clock';

export interface Mark {
	readonly key: RecapPoint['key'];
	readonly knewIt: boolean;
}

/** One passage through some of the points. */
export interface Run {
	readonly points: readonly RecapPoint[];
	/** One for each point that is done, in their order. */
	readonly marks: readonly Mark[];
	/** Whether the text is shown: of the current point when one by one, else of all points. */
	readonly revealed: boolean;
	/** When it began and when the text was shown; ms since 1970. */
	readonly startedAt: number;
	readonly revealedAt: number | null;
}

/** A recap drill as plain data: the first run through all points, then the runs of what was missed. */
export interface Drill {
	readonly mode: DrillMode;
	/** The time a run may take, in ms; null when there is no limit or it was switched off. */
	readonly limitMs: number | null;
	readonly run: Run;
	/** Runs before the present one, the first first. */
	readonly earlier: readonly Run[];
}

export type Phase = 'prompt' | 'revealed' | 'finished';

export const recapLimitMs = 90_000;

/** @param points with keys that differ; throws when two are the same */
export function startDrill(points: readonly RecapPoint[], mode: DrillMode, now = 0): Drill {
	if (new Set(points.map(({ key }) => key)).size < points.length) {
		throw new Error('Two recap points have the same key');
	}
	const limitMs = mode === 'against-the-clock' ? recapLimitMs : null;
	return { mode, limitMs, run: startRun(points, now), earlier: [] };
}

export function phaseOf({ run }: Drill): Phase {
	if (run.marks.length === run.points.length) return 'finished';
	return run.revealed ? 'revealed' : 'prompt';
}

/** The point to say or to mark; null at the end of the run. */
export function currentPoint({ run }: Drill): RecapPoint | null {
	return run.points[run.marks.length] ?? null;
}

/** Shows the text: of the current point when one by one, else of all. */
export function reveal(drill: Drill, now = 0): Drill {
	if (phaseOf(drill) !== 'prompt') return drill;
	return { ...drill, run: { ...drill.run, revealed: true, revealedAt: now } };
}

/** Marks the current point once it is revealed. A mark of any other point, such as a double tap, is ignored. */
export function mark(drill: Drill, key: string, knewIt: boolean): Drill {
	const point = currentPoint(drill);
	if (point?.key !== key || phaseOf(drill) !== 'revealed') return drill;
	const marks = [...drill.run.marks, { key: point.key, knewIt }];
	return { ...drill, run: { ...drill.run, marks, revealed: drill.mode !== 'one-by-one' } };
}

/**
 * Takes the last mark back: its point is revealed and waits for a mark again. Before the first mark of
 * a later run it returns to the end of the run before. At the very beginning nothing changes.
 */
export function back(drill: Drill): Drill {
	if (drill.run.marks.length > 0) {
		const run = { ...drill.run, marks: drill.run.marks.slice(0, -1), revealed: true };
		return { ...drill, run };
	}
	const run = drill.earlier.at(-1);
	return run ? { ...drill, run, earlier: drill.earlier.slice(0, -1) } : drill;
}

/** The points of the present run that were marked as missed. */
export function missed({ run }: Drill): RecapPoint[] {
	return run.points.filter((_, index) => run.marks[index]?.knewIt === false);
}

/** Whether a run has ended with nothing missed. */
export function isAllRight(drill: Drill): boolean {
	return phaseOf(drill) === 'finished' && missed(drill).length === 0;
}

/** Begins a run through what the finished run missed; changes nothing when there is nothing to run. */
export function runMissedAgain(drill: Drill, now = 0): Drill {
	const points = missed(drill);
	if (phaseOf(drill) !== 'finished' || points.length === 0) return drill;
	return { ...drill, run: startRun(points, now), earlier: [...drill.earlier, drill.run] };
}

/** The marks of the first run: what was known without having just been read. */
export function firstTries({ run, earlier }: Drill): readonly Mark[] {
	return (earlier[0] ?? run).marks;
}

function startRun(points: readonly RecapPoint[], now: number): Run {
	return { points, marks: [], revealed: false, startedAt: now, revealedAt: null };
}
