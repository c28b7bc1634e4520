/** A learning card due within this time is shown early rather than ending the session. */
export const learnAheadMs = 20 * 60_000;
