/** Numbers that add up: over decks, over days, over anything. */
export interface Counts {
	/** Answers given to new cards, and the time they took. */
	readonly introduced: number;
	readonly introducedMs: number;
	/** Answers given to cards in review, and the time they took. */
	readonly reviews: number;
	readonly reviewsMs: number;
	/** All answers, learning steps included, and the time they took; practice isn't among them. */
	readonly answers: number;
	readonly durationMs: number;
	readonly again: number;
	readonly hard: number;
	readonly good: number;
	readonly easy: number;
	/** Of `reviews`: those rated Hard, Good or Easy, and those rated Again. */
	readonly remembered: number;
	readonly forgotten: number;
	/** Of `reviews`: cards with an interval under 21 days, by button. */
	readonly youngAgain: number;
	readonly youngHard: number;
	readonly youngGood: number;
	readonly youngEasy: number;
	/** Of `reviews`: cards with an interval of 21 days and more, by button. */
	readonly matureAgain: number;
	readonly matureHard: number;
	readonly matureGood: number;
	readonly matureEasy: number;
	/** True retention: of `reviews`, the first of the card on that study day. */
	readonly firstYoungRemembered: number;
	readonly firstYoungForgotten: number;
	readonly firstMatureRemembered: number;
	readonly firstMatureForgotten: number;
	/** Practice results, of whatever drill, and the time they took. */
	readonly practice: number;
	readonly practiceMs: number;
	readonly recapKnown: number;
	readonly recapMissed: number;
	readonly matchRight: number;
	readonly matchWrong: number;
	/** The drill of a session's hard cards. */
	readonly againKnown: number;
	readonly againMissed: number;
}

export type CountName = keyof Counts;

export const noCounts: Counts = {
	introduced: 0,
	introducedMs: 0,
	reviews: 0,
	reviewsMs: 0,
	answers: 0,
	durationMs: 0,
	again: 0,
	hard: 0,
	good: 0,
	easy: 0,
	remembered: 0,
	forgotten: 0,
	youngAgain: 0,
	youngHard: 0,
	youngGood: 0,
	youngEasy: 0,
	matureAgain: 0,
	matureHard: 0,
	matureGood: 0,
	matureEasy: 0,
	firstYoungRemembered: 0,
	firstYoungForgotten: 0,
	firstMatureRemembered: 0,
	firstMatureForgotten: 0,
	practice: 0,
	practiceMs: 0,
	recapKnown: 0,
	recapMissed: 0,
	matchRight: 0,
	matchWrong: 0,
	againKnown: 0,
	againMissed: 0,
};

export const countNames = Object.keys(noCounts) as readonly CountName[];
