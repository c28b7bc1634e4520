import { unparse } from 'papaparse';
import type { ChartData } from './chart-data.ts';

/**
 * A chart's data as CSV: a heading with units, then a row for each label, values as plain numbers. Texts that a
 * spreadsheet would take for a formula get a leading `'`.
 */
export function chartCsv({ x, labels, dates = labels, series, unit = '' }: ChartData): string {
	const rows = dates.map((label, index) => [
		label,
		...series.map(({ values }) => values[index] ?? null),
	]);
	const names = series.map(({ name, unit: own = unit }) => (own ? `${name} (${own})` : name));
	return unparse([[x, ...names], ...rows], { escapeFormulae: true });
}
