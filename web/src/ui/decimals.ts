/** "85" and "85.5" as "85.00" and "85.50", so that points stand under each other; a string all the way. */
export function twoDecimals(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `${whole}.${fraction.slice(0, 2).padEnd(2, '0')}`;
}
