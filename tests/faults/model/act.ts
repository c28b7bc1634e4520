import * as fc from 'fast-check';
import type { Rating } from '#lib/domain/log/event.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';

/** Something a person, or the world, does to one of two devices. Numbers pick from what is there, modulo its size. */
export type Act = { readonly device: 0 | 1 } & Deed;

export type Deed =
	| { readonly act: 'wait'; readonly ms: number }
	| { readonly act: 'fly'; readonly offset: number }
	| OnCard
	| { readonly act: 'undo' | 'reload' | 'session' | 'end session' | 'backup' | 'wipe' }
	| { readonly act: 'move due dates' | 'learn more' | 'plan' }
	| { readonly act: 'settings'; readonly changes: Partial<Settings> }
	| {
			readonly act: 'new deck' | 'rename deck' | 'delete deck' | 'restore deck';
			readonly pick: number;
	  }
	| {
			readonly act: 'new note' | 'edit note' | 'delete note' | 'restore note';
			readonly pick: number;
	  }
	| { readonly act: 'audition' | 'delete audition'; readonly pick: number }
	/** From a backup of either device, if one was made. */
	| { readonly act: 'restore'; readonly from: 0 | 1 }
	/** What the other device has: all of it, every `every`-th event only, or an older copy. */
	| { readonly act: 'merge'; readonly every: number; readonly older: boolean }
	/** A write fails, or the page goes away in the middle. */
	| { readonly act: 'crash'; readonly write: number; readonly during: OnCard }
	| { readonly act: 'page gone'; readonly during: OnCard };

export type OnCard =
	| {
			readonly act: 'review';
			readonly card: number;
			readonly rating: Rating;
			readonly stale: boolean;
	  }
	| {
			readonly act: 'practise';
			readonly card: number;
			readonly rating: 1 | 3;
			readonly drill: 'recap' | 'again';
	  }
	/** A quote matched with a speaker: a wrong one brings its card forward. */
	| { readonly act: 'match'; readonly card: number; readonly rating: 1 | 3 }
	| { readonly act: 'bring' | 'suspend' | 'unsuspend' | 'bury'; readonly card: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const pick = fc.nat(30);
const just = <const Name extends string>(...names: Name[]) => fc.constantFrom(...names);

const onCard: fc.Arbitrary<OnCard> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({
			act: just('review'),
			card: pick,
			rating: fc.constantFrom<Rating>(1, 2, 3, 4),
			stale: fc.nat(9).map((n) => n === 0),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			act: just('practise'),
			card: pick,
			rating: fc.constantFrom<1 | 3>(1, 3),
			drill: just('recap', 'again'),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			act: just('match'),
			card: pick,
			rating: fc.constantFrom<1 | 3>(1, 3),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({ act: just('bring', 'suspend', 'unsuspend', 'bury'), card: pick }),
	},
);

const changes: fc.Arbitrary<Partial<Settings>> = fc.constantFrom<Partial<Settings>[]>(
	{ newPerDay: 3, theme: 'dark' },
	{ rolloverHour: 0 },
	{ rolloverHour: 4, theme: 'light' },
	{ learningStepsSeconds: [] },
	{ learningStepsSeconds: [60, 600], desiredRetention: 0.8 },
	{ leechThreshold: 1, leechAction: 'suspend' },
	{ parameters: defaultParameters.map((weight) => weight * 1.1) },
	{ parameters: defaultParameters },
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
	{ withCrossShrink: true },
	{
		weight: 14,
		arbitrary: fc.record({
			act: just('wait'),
			ms: fc.constantFrom(0, MINUTE, 11 * MINUTE, DAY, DAY, 9 * DAY, -5 * DAY),
		}),
	},
	{ weight: 40, arbitrary: onCard },
	{
		weight: 2,
		arbitrary: fc.record({ act: just('fly'), offset: fc.constantFrom(60, -600, 840, 345) }),
	},
	{ weight: 12, arbitrary: fc.record({ act: just('undo') }) },
	{
		weight: 6,
		arbitrary: fc.record({ act: just('reload', 'session', 'end session', 'backup', 'backup') }),
	},
	{ weight: 4, arbitrary: fc.record({ act: just('settings'), changes }) },
	{ weight: 3, arbitrary: fc.record({ act: just('move due dates', 'learn more', 'plan') }) },
	{
		weight: 4,
		arbitrary: fc.record({
			act: just('new deck', 'rename deck', 'delete deck', 'restore deck'),
			pick,
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			act: just('new note', 'edit note', 'delete note', 'restore note'),
			pick,
		}),
	},
	{ weight: 2, arbitrary: fc.record({ act: just('audition', 'delete audition'), pick }) },
	{ weight: 2, arbitrary: fc.record({ act: just('restore'), from: fc.constantFrom<0 | 1>(0, 1) }) },
	{
		weight: 5,
		arbitrary: fc.record({
			act: just('merge'),
			every: fc.constantFrom(1, 1, 1, 2, 3),
			older: fc.nat(4).map((n) => n === 0),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			act: just('crash'),
			write: fc.integer({ min: 1, max: 4 }),
			during: onCard,
		}),
	},
	{ weight: 2, arbitrary: fc.record({ act: just('page gone'), during: onCard }) },
	{ weight: 1, arbitrary: fc.record({ act: fc.nat(3).map((n) => (n === 0 ? 'wipe' : 'backup')) }) },
);

/** @param steps how many, exactly; a failing sequence is shrunk by putting a wait in place of each act it can do without */
export function actsOf(steps: number): fc.Arbitrary<Act[]> {
	const act = fc
		.tuple(fc.constantFrom<0 | 1>(0, 1), deed)
		.map(([device, done]): Act => ({ device, ...done }));
	return fc.array(act, { minLength: steps, maxLength: steps, size: 'max' });
}
