/** A share as a person reads it: 0.923 is "92%". */
export function percent(share: number, digits = 0): string {
	return `${(share * 100).toFixed(digits)}%`;
}
