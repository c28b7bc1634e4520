/** Colours that keep their meaning: green for what went well, curtain for what was forgotten. */
export type Tone = 'green' | 'light' | 'curtain' | 'sky' | 'soft';

export interface ChartSeries {
	readonly name: string;
	readonly tone: Tone;
	/** Bars of several series stand on one another; lines lie over them; what is told stands in the table only. */
	readonly mark: 'bar' | 'line' | 'told';
	/** Where its values are told otherwise than the chart's. */
	readonly format?: (value: number) => string;
	/** Where it is another than the chart's; empty where the name says it. */
	readonly unit?: string;
	readonly dashed?: boolean;
	/** One for each label; null leaves a gap. */
	readonly values: readonly (number | null)[];
}

/** What a chart shows: drawn, read out, put in a table and saved from this alone. */
export interface ChartData {
	readonly title: string;
	/** What the labels are: "Day". */
	readonly x: string;
	/** In full, as they are read out and stand in the table: "Monday, 2 November 2026". */
	readonly labels: readonly string[];
	/** Short, as they stand under the axis; the labels themselves when left out. */
	readonly ticks?: readonly string[];
	/** As they stand in a spreadsheet: "2026-11-02"; the labels themselves when left out. */
	readonly dates?: readonly string[];
	readonly series: readonly ChartSeries[];
	/** What the plain numbers in a spreadsheet are, where the name of a series doesn't say it: "minutes". */
	readonly unit?: string;
	/** A value as it is told: "92%". */
	readonly format: (value: number) => string;
	/** A value as it stands beside the axis, when shorter. */
	readonly formatTick?: (value: number) => string;
	/** Where the axis begins and ends; else at 0 and above the highest. */
	readonly from?: number;
	readonly to?: number;
	/** An axis without an end reaches at least so far: 4 for a count, so that its rules stand at whole numbers. */
	readonly least?: number;
	/** How far apart its rules may stand, where ten is no round number: of minutes 15, 30 and 60. The smallest first. */
	readonly steps?: readonly number[];
}

/** One place of the chart in words: "Monday: Remembered 12, Forgotten 1". */
export function told({ labels, series, format }: ChartData, index: number): string {
	const parts = series.map(({ name, values, format: own = format }) => {
		const value = values[index] ?? null;
		return `${name} ${value === null ? '–' : own(value)}`;
	});
	return `${labels[index] ?? ''}: ${parts.join(', ')}`;
}

/** Whether there is nothing at all to draw. */
export function isBlank({ series }: ChartData): boolean {
	return series.every(({ values }) => values.every((value) => value === null || value === 0));
}
