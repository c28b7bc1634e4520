/** A length of time for people: "40 s", "6 min", "1 h 5 min". */
export function duration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	return minutes % 60 === 0
		? `${Math.floor(minutes / 60)} h`
		: `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
