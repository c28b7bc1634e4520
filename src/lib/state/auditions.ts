import { isAhead, isTooFar, type Audition } from '#lib/domain/audition/audition.ts';
import { goalsInForce } from '#lib/domain/audition/daily-plan.ts';
import { daysOffOf } from '#lib/domain/audition/days-off.ts';
import type { GoalPlan, Plan } from '#lib/domain/audition/plan.ts';
import { reasonInWords } from '#lib/domain/audition/reason-words.ts';
import type { Deck } from '#lib/domain/cards/deck.ts';
import type { FaceSpan } from '#lib/domain/cards/face.ts';
import { faceLine } from '#lib/domain/cards/face-line.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import { addDays, daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { App } from './app.svelte.ts';
import { CardReader } from './shown-card.ts';

/** A day of the chart; readiness 0 to 1, were the audition that day. */
export interface ReadinessDay {
	readonly day: StudyDay;
	readonly planned: number;
	readonly unplanned: number;
}

export interface CardToday {
	readonly id: CardId;
	readonly prompt: readonly FaceSpan[];
	/** Why it is due today, in words. */
	readonly why: string;
}

export interface AuditionAhead {
	readonly audition: Audition;
	/** The study day it is on. */
	readonly day: StudyDay;
	readonly daysLeft: number;
	/** How many of the days left have no study, and whether today is one. */
	readonly daysOff: number;
	readonly isDayOff: boolean;
	/** Names of those that ask for some of the same cards. */
	readonly sharesWith: readonly string[];
	/** Not planned before it is nearer. */
	readonly tooFar: boolean;
	/** Null while there is no plan. */
	readonly goal: GoalPlan | null;
	readonly days: readonly ReadinessDay[];
	/** What is left for today, as many as fit a page. */
	readonly today: readonly CardToday[];
	readonly cardsToday: number;
	readonly minutesToday: number;
}

/** What the Audition screen tells. */
export interface Auditions {
	readonly studyDay: StudyDay;
	readonly ahead: readonly AuditionAhead[];
	/** Those that are over, the latest first; `readPast` looks back at one. */
	readonly past: readonly Audition[];
	readonly archived: readonly Audition[];
	readonly decks: readonly Deck[];
	/** Null: the plans are made, or there is nothing to plan for. */
	readonly waiting: 'being made' | 'failed' | null;
	/** Why planning failed. */
	readonly problem: string | null;
}

const CARDS_ON_A_PAGE = 40;

export async function readAuditions(app: App): Promise<Auditions> {
	const now = app.now();
	const [auditions, decks, kept, { planned, due }] = await Promise.all([
		app.store.auditions(),
		app.store.decks(),
		app.store.dailyPlan(),
		app.store.gather(null, now),
	]);
	const holds = goalsInForce(kept, auditions, now.studyDay, now.at) !== null;
	const plan = holds ? (kept?.plan ?? null) : null;
	const reader = new CardReader(app.store);
	const cards = new Map(due.map((card) => [card.id, card]));
	const ahead = auditions.filter((audition) => isAhead(audition, now.at));
	const past = auditions.filter(({ at, archived }) => at <= now.at && !archived);
	const wanted = ahead.filter((audition) => !isTooFar(audition, now.at));
	return {
		studyDay: now.studyDay,
		ahead: await Promise.all(ahead.map(aheadOf)),
		past: past.reverse(),
		archived: auditions.filter(({ archived }) => archived).reverse(),
		decks,
		waiting: plan !== null || wanted.length === 0 ? null : kept?.problem ? 'failed' : 'being made',
		problem: kept?.problem ?? null,
	};

	async function aheadOf(audition: Audition): Promise<AuditionAhead> {
		const { studyDay: day } = momentOf(app.clock, now.rolloverHour, audition.at);
		const tooFar = isTooFar(audition, now.at);
		const off = tooFar ? [] : daysOffOf(audition, now.studyDay, addDays(day, -1));
		const goal = plan?.goals.find(({ id }) => id === audition.id) ?? null;
		const own = [...planned.values()].filter(({ goal }) => goal === audition.id);
		const shown = await Promise.all(
			own.slice(0, CARDS_ON_A_PAGE).map(async ({ id, reason }) => {
				const card = cards.get(id);
				const drawn = card ? await reader.show(card) : null;
				const why = reasonInWords(reason, now.studyDay);
				return drawn ? [{ id, prompt: faceLine(drawn.face.prompt), why }] : [];
			}),
		);
		return {
			audition,
			day,
			daysLeft: daysBetween(now.studyDay, day),
			daysOff: off.length,
			isDayOff: off[0] === now.studyDay,
			sharesWith: ahead.flatMap(({ id, name }) => (goal?.sharesWith.includes(id) ? [name] : [])),
			tooFar,
			goal,
			days: plan ? daysOf(plan, audition) : [],
			today: shown.flat(),
			cardsToday: own.length,
			minutesToday: Math.ceil(own.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
		};
	}
}

function daysOf({ days }: Plan, { id }: Audition): ReadinessDay[] {
	return days.flatMap(({ day, readiness }) => {
		const own = readiness.find(({ goal }) => goal === id);
		return own ? [{ day, planned: own.planned, unplanned: own.unplanned }] : [];
	});
}
