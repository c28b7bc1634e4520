/** When there is study. */
export interface StudyDays {
	/** Days until the audition. */
	readonly days: number;
	/** Every how many days there is study, the day before the audition included. */
	readonly every: number;
}

export function isStudyDay(day: number, { days, every }: StudyDays): boolean {
	return day < days && (days - 1 - day) % every === 0;
}
