/** So long is waited before another try, in ms. */
const WAITS_MS = [500, 1000, 2000];

/**
 * Tries again what failed for a reason that may pass by itself: a browser that just crashed can hold its files a
 * moment longer, and a database that does not open for that is not lost.
 *
 * @throws the last failure, or the first that will not pass
 */
export async function patiently<T>(
	work: () => Promise<T>,
	mayPass: (cause: unknown) => boolean,
): Promise<T> {
	for (const wait of WAITS_MS) {
		try {
			return await work();
		} catch (cause) {
			if (!mayPass(cause)) throw cause;
		}
		await new Promise((resolve) => setTimeout(resolve, wait));
	}
	return work();
}
