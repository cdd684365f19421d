/**
 * Marks as whole thousandths. The API sends and takes decimals as strings; floats would
 * turn 0.1 + 0.2 into a mark that nobody gave.
 */
const unit = 1000n;

/** Thousandths, or null for what is no number. Chinese keyboards write point and minus in several ways. */
export function parseDecimal(text: string): bigint | null {
  const plain = text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．，,]/, '.')
    .replace(/^[−－]/, '-');
  const match = /^(-?)(\d{1,7})(?:\.(\d{0,3})0*)?$/.exec(plain);
  if (!match) return null;
  const size = BigInt(match[2] ?? '0') * unit + BigInt((match[3] ?? '').padEnd(3, '0'));
  return match[1] ? -size : size;
}

/** The shortest way to write it: 8.5 and not 8.500. */
export function formatDecimal(thousandths: bigint): string {
  if (thousandths < 0n) return `-${formatDecimal(-thousandths)}`;
  const fraction = (thousandths % unit).toString().padStart(3, '0').replace(/0+$/, '');
  return fraction ? `${thousandths / unit}.${fraction}` : `${thousandths / unit}`;
}

/** "8.500" from the server is 8.5 to its readers. */
export function shortest(decimal: string): string {
  const value = parseDecimal(decimal);
  return value === null ? decimal : formatDecimal(value);
}

export interface Scale {
  id: string;
  minimum: string;
  maximum: string;
  step: string;
  weight: string;
}

const thousandths = (text: string): bigint => parseDecimal(text) ?? 0n;

/** From the minimum to the maximum, in whole steps from the minimum on. */
export function isOnScale(value: bigint, { minimum, maximum, step }: Scale): boolean {
  const [least, size] = [thousandths(minimum), thousandths(step)];
  return value >= least && value <= thousandths(maximum) && (size === 0n || (value - least) % size === 0n);
}

/** One step up or down, within the scale; from an empty box, its lower or upper end. */
export function stepped(value: bigint | null, direction: 1 | -1, scale: Scale, steps = 1n): bigint {
  const [least, most] = [thousandths(scale.minimum), thousandths(scale.maximum)];
  if (value === null) return direction === 1 ? least : most;
  const size = thousandths(scale.step) * steps;
  const next = direction === 1 ? value + size : value - size;
  return next < least ? least : next > most ? most : next;
}

export function stepCount({ minimum, maximum, step }: Scale): number {
  const size = thousandths(step);
  return size > 0n ? Number((thousandths(maximum) - thousandths(minimum)) / size) : 0;
}

const mostButtons = 11;

/** Marks as a row of buttons where they fit into one: all of them, or else the whole ones, for the keys to refine. */
export function buttonsOf(scale: Scale): bigint[] | null {
  const [least, most, size] = [scale.minimum, scale.maximum, scale.step].map(thousandths) as [bigint, bigint, bigint];
  const row = (gap: bigint) =>
    Array.from({ length: Number((most - least) / gap) + 1 }, (_, n) => least + BigInt(n) * gap);
  if (size <= 0n) return null;
  if (stepCount(scale) < mostButtons) return row(size);
  const isWhole = least % unit === 0n && unit % size === 0n;
  return isWhole && (most - least) / unit < BigInt(mostButtons) ? row(unit) : null;
}

/**
 * Σ wᵢ·(mᵢ ÷ maxᵢ) ÷ Σ wᵢ × 100 over the criteria that have a mark, half up to two
 * decimals: the rule of the server, in fractions of whole numbers. Null without a mark.
 */
export function sheetTotal(scales: readonly Scale[], marks: ReadonlyMap<string, bigint>): string | null {
  const given = scales.flatMap((scale) => {
    const mark = marks.get(scale.id);
    return mark === undefined ? [] : [{ mark, weight: thousandths(scale.weight), maximum: thousandths(scale.maximum) }];
  });
  if (given.length === 0) return null;
  const common = given.reduce((product, { maximum }) => product * maximum, 1n);
  const sum = given.reduce((total, { mark, weight, maximum }) => total + weight * mark * (common / maximum), 0n);
  const whole = common * given.reduce((total, { weight }) => total + weight, 0n);
  if (whole === 0n) return null;
  // Half up means away from zero here, as on the server.
  const size = sum < 0n ? -sum : sum;
  const hundredths = (2n * size * 10_000n + whole) / (2n * whole);
  const sign = sum < 0n && hundredths > 0n ? '-' : '';
  return `${sign}${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}
