/** A point in the text as an editor counts it: both from 1, columns in UTF-16 code units. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** Something in an article that its author has to put right. */
export interface Problem extends Place {
	readonly file: string;
	/** What is wrong and what to do, in plain sentences. */
	readonly message: string;
}

/** How the parts of the compiler tell of a problem; they go on afterwards. */
export type Report = (place: Place, message: string) => void;

export function comparePlaces(a: Place, b: Place): number {
	return a.line - b.line || a.column - b.column;
}

/** `file:line:column message`: terminals and editors make a link of it. */
export function describeProblem({ file, line, column, message }: Problem): string {
	return `${file}:${line}:${column} ${message}`;
}
