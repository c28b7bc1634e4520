import type { FitRecord } from '#lib/domain/optimizer/fit-record.ts';
import { shareGained } from '#lib/domain/optimizer/describe-fit.ts';
import { percent } from '#lib/domain/statistics/percent.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** What came of the last fit, in a sentence. */
export function lastFit({ at, facts, outcome }: FitRecord): string {
	const on = day.format(at);
	if (facts === null) return `Looked on ${on}: there was too little to fit yet.`;
	const reviews = `${facts.reviews.toLocaleString('en')} reviews`;
	switch (outcome) {
		case 'taken':
			return `Fitted on ${on} to ${reviews}: ${percent(shareGained(facts), 1)} closer to what happened.`;
		case 'returned':
			return `Fitted on ${on} to ${reviews}, then put back to the parameters before.`;
		case 'declined':
			return `Fitted on ${on} to ${reviews}; you kept the parameters you had.`;
		case 'nothing':
			return `Looked on ${on} at ${reviews}: your parameters were as good as fitted ones.`;
	}
}
