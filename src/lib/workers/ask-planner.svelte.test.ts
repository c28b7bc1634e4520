import { expect, test } from 'vitest';
import { freshCard, goalIn, planInput } from '#lib/domain/audition/example-plan.ts';
import { makePlan } from '#lib/domain/audition/make-plan.ts';
import { askPlanner, PlanSupersededError } from './ask-planner.ts';

const cards = Array.from({ length: 10 }, (_, index) => freshCard(index));
const input = planInput(cards, [goalIn(7, cards, 5)]);

test('the worker makes the same plan', async () => {
	expect(await askPlanner(input)).toEqual(makePlan(input));
});

test('a newer question ends the older one, and is answered', async () => {
	const older = askPlanner(input);
	const newer = askPlanner(planInput(cards, [goalIn(3, cards, 5)]));
	await expect(older).rejects.toThrow(PlanSupersededError);
	expect((await newer).goals[0]?.daysLeft).toBe(3);
});

test('a question that cannot be answered fails, and the next one is answered', async () => {
	await expect(askPlanner({ ...input, parameters: [NaN] })).rejects.toThrow('could not be made');
	expect((await askPlanner(input)).goals[0]?.cards).toBe(10);
});
