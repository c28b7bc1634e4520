import { expect, test } from 'vitest';
import { chartCsv } from '#lib/components/chart/chart-csv.ts';
import { recallBins } from '#lib/domain/statistics/calibration.ts';
import { calibrationChart } from './charts-of-cards.ts';

test('each column of the comparison with predictions has a name of its own', () => {
	const bins = recallBins.map(() => ({ reviews: 2, predicted: 0.9, actual: 0.5 }));
	const csv = chartCsv(calibrationChart({ reviews: 2, logLoss: 1, rmseBins: 0.1, bins }));
	expect(csv.split('\r\n')[0]).toBe('Predicted range,Actual (share),Predicted (share),Reviews');
});
