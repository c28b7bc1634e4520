/**
 * How long a fit takes in a worker of a browser, in ms: one number for each run, the first with everything still to
 * be compiled.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} script the optimizer's bundle
 * @param {{ truth: readonly number[], reviews: number, seed: number, runs: number }} task
 * @returns {Promise<number[]>}
 */
export async function workerTimes(browser, script, task) {
	const page = await browser.newPage();
	const code = `${script};
		onmessage = ({ data: { truth, reviews, seed, runs } }) => {
			const log = fitBench.simulatedHistories(truth, reviews, seed);
			const before = fitBench.splitTime(log, 0.8);
			postMessage(Array.from({ length: runs }, () => {
				const start = performance.now();
				fitBench.fitParameters(log, { before, relearningSteps: 1 });
				return performance.now() - start;
			}));
		};`;
	const times = await page.evaluate(
		([code, task]) =>
			new Promise((resolve, reject) => {
				const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
				const worker = new Worker(url);
				worker.onmessage = ({ data }) => resolve(data);
				worker.onerror = ({ message }) => reject(new Error(message));
				worker.postMessage(task);
			}),
		/** @type {const} */ ([code, task]),
	);
	await page.close();
	return times;
}
