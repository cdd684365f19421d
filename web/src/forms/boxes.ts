/** Numbers as boxes hold them: an empty box is no number. */

export const boxOf = (value: number | null | undefined): string => (value == null ? '' : String(value));

export const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);

export const wholeOrNull = (text: string): number | null => (text.trim() === '' ? null : whole(text));
