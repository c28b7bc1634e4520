import type { ChartData } from './chart-data.ts';
import { told } from './chart-data.ts';

/** The place of a chart that is being read, by arrow keys or under the pointer. */
export class ReadingCursor {
	readonly #data: () => ChartData;
	/** Places that each key goes on by. */
	readonly #steps: Readonly<Record<string, number>>;
	#chosen = $state<number | null>(null);

	constructor(data: () => ChartData, steps: Readonly<Record<string, number>>) {
		this.#data = data;
		this.#steps = steps;
	}

	get last(): number {
		return Math.max(0, this.#data().labels.length - 1);
	}

	/** Null while nobody reads. */
	get at(): number | null {
		return this.#chosen === null ? null : Math.min(this.#chosen, this.last);
	}

	/** The place in words; the last one while nobody reads. */
	get text(): string {
		return told(this.#data(), this.at ?? this.last);
	}

	readonly keydown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const from = this.at ?? this.last;
		const step = this.#steps[event.key];
		const to = { Home: 0, End: this.last }[event.key] ?? (step && from + step);
		if (to === undefined) return;
		event.preventDefault();
		this.point(to);
	};

	readonly focus = () => this.point(this.at ?? this.last);

	readonly leave = () => {
		this.#chosen = null;
	};

	point(index: number): void {
		this.#chosen = Math.max(0, Math.min(this.last, index));
	}
}
