/**
 * Marks as whole thousandths. The API sends and takes decimals as strings; floats would
 * turn 0.1 + 0.2 into a mark that nobody gave.
 */
const unit = 1000n;

/** Thousandths, or null for what is no number. Chinese keyboards write the point in several ways. */
export function parseDecimal(text: string): bigint | null {
  const plain = text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．，,]/, '.');
  const match = /^(\d{1,7})(?:\.(\d{0,3})0*)?$/.exec(plain);
  if (!match) return null;
  return BigInt(match[1] ?? '0') * unit + BigInt((match[2] ?? '').padEnd(3, '0'));
}

/** The shortest way to write it: 8.5 and not 8.500. */
export function formatDecimal(thousandths: bigint): string {
  const fraction = (thousandths % unit).toString().padStart(3, '0').replace(/0+$/, '');
  return fraction ? `${thousandths / unit}.${fraction}` : `${thousandths / unit}`;
}

export interface Scale {
  id: string;
  maximum: string;
  step: string;
  weight: string;
}

const thousandths = (text: string): bigint => parseDecimal(text) ?? 0n;

/** From 0 to the maximum, in whole steps. */
export function isOnScale(value: bigint, { maximum, step }: Scale): boolean {
  const size = thousandths(step);
  return value >= 0n && value <= thousandths(maximum) && (size === 0n || value % size === 0n);
}

/** One step up or down, within the scale; from an empty box, its lower or upper end. */
export function stepped(value: bigint | null, direction: 1 | -1, scale: Scale, steps = 1n): bigint {
  const maximum = thousandths(scale.maximum);
  if (value === null) return direction === 1 ? 0n : maximum;
  const size = thousandths(scale.step) * steps;
  const next = direction === 1 ? value + size : value - size;
  return next < 0n ? 0n : next > maximum ? maximum : next;
}

/** Whole marks as a row of buttons, where they fit into one. */
export function wholeMarks({ maximum, step }: Scale): bigint[] | null {
  const most = thousandths(maximum);
  const size = thousandths(step);
  const isWhole = most % unit === 0n && size > 0n && unit % size === 0n;
  if (!isWhole || most > 10n * unit) return null;
  return Array.from({ length: Number(most / unit) + 1 }, (_, n) => BigInt(n) * unit);
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
  const hundredths = (2n * sum * 10_000n + whole) / (2n * whole);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}
