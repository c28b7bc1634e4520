type Progress = (done: number, of: number) => void;

/** Tells progress not more often than anyone can see, and its end in any case. */
export function seldom(tell: Progress): Progress {
	let last = -Infinity;
	return (done, of) => {
		const now = performance.now();
		if (done < of && now - last < 100) return;
		last = now;
		tell(done, of);
	};
}
