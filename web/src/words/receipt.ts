/** A hash as one reads it out: groups of eight digits. */
export const inGroups = (sha256: string): string => sha256.replaceAll(/(.{8})(?=.)/g, '$1 ');
