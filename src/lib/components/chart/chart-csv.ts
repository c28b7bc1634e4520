import { unparse } from 'papaparse';
import type { ChartData } from './chart-data.ts';

/**
 * A chart's data as CSV: a heading, then a row for each label, values as plain numbers. Texts that a
 * spreadsheet would take for a formula get a leading `'`.
 */
export function chartCsv({ x, labels, series }: ChartData): string {
	const rows = labels.map((label, index) => [
		label,
		...series.map(({ values }) => values[index] ?? null),
	]);
	return unparse([[x, ...series.map(({ name }) => name)], ...rows], { escapeFormulae: true });
}
