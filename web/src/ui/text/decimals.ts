/** "85" and "85.5" as "85.00" and "85.50", so that points stand under each other; a string all the way. */
export function twoDecimals(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `${whole}.${fraction.slice(0, 2).padEnd(2, '0')}`;
}

/** A decimal with at least so many places, and every place it has: what was rounded is not rounded again. */
export function withPlaces(decimal: string, places: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const shown = fraction.padEnd(places, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
}

/** "60.00" is said as 60. */
export const plainDecimal = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;

/** How many places the longest of some decimals has, so that they can stand under each other. */
export const placesOf = (decimals: readonly (string | null)[]): number =>
  Math.max(0, ...decimals.map((decimal) => decimal?.split('.')[1]?.length ?? 0));
