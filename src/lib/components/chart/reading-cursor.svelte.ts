import type { ChartData } from './chart-data.ts';
import { told } from './chart-data.ts';

/** The place of a chart that is being read, by arrow keys or under the pointer. */
export class ReadingCursor {
	readonly #data: () => ChartData;
	/** Places that each key goes on by. */
	readonly #steps: Readonly<Record<string, number>>;
	readonly #rest: 'first' | 'last';
	#chosen = $state<number | null>(null);

	/** @param rest the place that is told while nobody reads: of days the last, of a ranking the first */
	constructor(
		data: () => ChartData,
		steps: Readonly<Record<string, number>>,
		rest: 'first' | 'last' = 'last',
	) {
		this.#data = data;
		this.#steps = steps;
		this.#rest = rest;
	}

	get last(): number {
		return Math.max(0, this.#data().labels.length - 1);
	}

	/** Null while nobody reads. */
	get at(): number | null {
		return this.#chosen === null ? null : Math.min(this.#chosen, this.last);
	}

	/** The place that is told. */
	get place(): number {
		return this.at ?? (this.#rest === 'first' ? 0 : this.last);
	}

	/** That place in words. */
	get text(): string {
		return told(this.#data(), this.place);
	}

	readonly keydown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const step = this.#steps[event.key];
		const to = { Home: 0, End: this.last }[event.key] ?? (step && this.place + step);
		if (to === undefined) return;
		event.preventDefault();
		this.point(to);
	};

	readonly focus = () => this.point(this.place);

	readonly leave = () => {
		this.#chosen = null;
	};

	point(index: number): void {
		this.#chosen = Math.max(0, Math.min(this.last, index));
	}
}
