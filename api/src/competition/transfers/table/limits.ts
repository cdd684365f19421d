/** Of one file. */
export const mostRows = 20_000;
export const mostFileBytes = 20 * 1024 * 1024;
/** Problems that are kept to be looked at; all are counted. */
export const mostProblems = 20_000;
/** A number that somebody gave an entry; a slip of the hand must not use up the numbers of years. */
export const greatestNumber = 99_999;
