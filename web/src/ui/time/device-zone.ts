/** Where the reader is, for times that belong to no competition. */
export const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
