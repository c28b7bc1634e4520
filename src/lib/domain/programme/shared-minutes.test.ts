import { describe, expect, test } from 'vitest';
import { sharedMinutes } from './shared-minutes.ts';

const seconds = (...each: number[]) => Float64Array.from(each);

describe('auditions', () => {
	test('that share cards have the minutes of both, until the first is over', () => {
		const groups = [{ goals: [0, 1], ends: [1, 2], cards: 1 }];
		const { seconds: shared, payer } = sharedMinutes(groups, [
			seconds(60, 60, 0),
			seconds(360, 360, 360),
		]);
		expect(shared.map((own) => [...own])).toEqual([
			[420, 420, 0],
			[0, 0, 360],
		]);
		expect([...(payer[0] ?? [])]).toEqual([0, 0, 1]);
	});

	test('that share no card keep their minutes to themselves', () => {
		const groups = [
			{ goals: [0], ends: [1], cards: 1 },
			{ goals: [1], ends: [1], cards: 1 },
		];
		const { seconds: shared, payer } = sharedMinutes(groups, [seconds(60, 0), seconds(0, 90)]);
		expect(shared.map((own) => [...own])).toEqual([
			[60, 0],
			[0, 90],
		]);
		expect(payer.map((own) => [...own])).toEqual([
			[0, -1],
			[-1, 1],
		]);
	});

	test('that share with a third share with one another, where none has cards of its own', () => {
		const groups = [
			{ goals: [0, 2], ends: [0, 0], cards: 1 },
			{ goals: [1, 2], ends: [0, 0], cards: 1 },
			{ goals: [2], ends: [0], cards: 1 },
		];
		const { seconds: shared, payer } = sharedMinutes(groups, [seconds(1), seconds(2), seconds(4)]);
		expect(shared.map((own) => [...own])).toEqual([[7], [0], [0]]);
		expect(payer.map((own) => [...own])).toEqual([[0], [0], [0]]);
	});

	test('that each have cards of their own keep their minutes, and the richer one studies the shared', () => {
		const groups = (own: number) => [
			{ goals: [0], ends: [0], cards: own },
			{ goals: [0, 1], ends: [0, 0], cards: 5 },
			{ goals: [1], ends: [0], cards: 10 },
		];
		for (const [own, payer] of [
			[4, 0],
			[40, 1],
		] as const) {
			const found = sharedMinutes(groups(own), [seconds(60), seconds(90)]);
			expect(found.seconds.map((each) => [...each])).toEqual([[60], [90]]);
			expect(found.payer.map((each) => [...each])).toEqual([[0], [payer], [1]]);
		}
	});

	test('without a limit give their cards all the time there is, and others none of it', () => {
		const groups = [
			{ goals: [0, 1], ends: [0, 0], cards: 1 },
			{ goals: [1], ends: [0], cards: 1 },
		];
		const { seconds: shared, payer } = sharedMinutes(groups, [seconds(Infinity), seconds(60)]);
		expect(shared.map((own) => [...own])).toEqual([[Infinity], [60]]);
		expect(payer.map((own) => [...own])).toEqual([[0], [1]]);
	});
});

test('what was taken is shared out by the minutes that each audition has', () => {
	const groups = [{ goals: [0, 1], ends: [0, 1], cards: 1 }];
	const { shareOut } = sharedMinutes(groups, [seconds(60, 0), seconds(180, 180)]);
	const taken = seconds(80, 0, 0, 50);
	shareOut(taken);
	expect([...taken]).toEqual([20, 0, 60, 50]);
});
