import { goalsInForce } from '#lib/domain/audition/daily-plan.ts';
import type { Change } from '#lib/storage/context/change.ts';
import type { DailyPlanner } from '#lib/storage/planning/refresh-plan.ts';
import type { App } from './app.svelte.ts';

const SOON_MS = 200;
const AFTER_AN_EVENT_MS = 3000;
const MINUTE_MS = 60_000;
/** A session without an answer for this long has come to a rest: the plan may move on. */
const REST_MS = 2 * MINUTE_MS;

/**
 * Keeps the day's plan true while the app is open: makes it on start, on a new day, after a session and after
 * every change. One that failed is tried again on the next start. A session under way is left its plan, as long as that is of today and of the same auditions.
 */
export class PlanKeeper {
	readonly #app: App;
	readonly #planner: DailyPlanner;
	/** The latest event, as far as was heard of one; a session found on start counts as just answered. */
	#eventAt: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isLooking = false;
	#lookAgain = false;
	#isOver = false;

	constructor(app: App, planner: DailyPlanner) {
		this.#app = app;
		this.#planner = planner;
		this.#eventAt = app.clock.now();
	}

	/** @returns how to stop */
	start(): () => void {
		const look = () => void this.look();
		void this.#app.store.retryPlan().then(() => (this.#isOver ? undefined : look()));
		const stopWatching = this.#app.store.changes((change) => this.#heard(change), { own: true });
		const minute = setInterval(look, MINUTE_MS);
		document.addEventListener('visibilitychange', look);
		return () => {
			this.#isOver = true;
			stopWatching();
			clearInterval(minute);
			clearTimeout(this.#timer);
			document.removeEventListener('visibilitychange', look);
		};
	}

	/** Has the plan made anew if it is out of date and nobody is in the middle of it. */
	async look(): Promise<void> {
		if (this.#isLooking) {
			this.#lookAgain = true;
			return;
		}
		this.#isLooking = true;
		try {
			const { store } = this.#app;
			if (!(await this.#isInUse())) await store.refreshPlan(this.#app.now(), this.#planner);
		} finally {
			this.#isLooking = false;
		}
		if (!this.#lookAgain) return;
		this.#lookAgain = false;
		this.#lookIn(SOON_MS);
	}

	#heard({ part }: Change): void {
		if (part === 'plan' || part === 'backup') return;
		if (part === 'log') this.#eventAt = this.#app.clock.now();
		this.#lookIn(part === 'log' ? AFTER_AN_EVENT_MS : SOON_MS);
	}

	#lookIn(ms: number): void {
		if (this.#isOver) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.look(), ms);
	}

	async #isInUse(): Promise<boolean> {
		const { store } = this.#app;
		const { at, studyDay } = this.#app.now();
		if (at - this.#eventAt >= REST_MS) return false;
		const session = await store.currentSession();
		if (session?.studyDay !== studyDay) return false;
		const [kept, auditions] = await Promise.all([store.dailyPlan(), store.auditions()]);
		return goalsInForce(kept, auditions, studyDay, at) !== null;
	}
}
