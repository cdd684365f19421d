/** An exact number n ÷ d with d > 0, not necessarily in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };

const powers = Array.from({ length: 128 }, (_, exponent) => 10n ** BigInt(exponent));

export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: -b.n, d: b.d });
}

/** a ÷ b; b must not be zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** Negative, zero or positive, as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

function reduced(f: Fraction): Fraction {
  const divisor = gcd(f.n, f.d);
  return divisor > 1n ? { n: f.n / divisor, d: f.d / divisor } : f;
}

/** In units of 10^-places, half up: 0.005 becomes 0.01 and -0.005 becomes -0.01. */
export function roundHalfUp(f: Fraction, places: number): bigint {
  const doubled = 2n * powerOfTen(places);
  return f.n < 0n ? -((f.d - f.n * doubled) / (2n * f.d)) : (f.n * doubled + f.d) / (2n * f.d);
}

export function rounded(f: Fraction, places: number | null): Fraction {
  return places === null ? f : { n: roundHalfUp(f, places), d: powerOfTen(places) };
}

/** The decimal text of a number of units of 10^-places: -5 with two places is "-0.05". */
export function decimalText(units: bigint | number, places: number): string {
  const isNegative = units < 0;
  const digits = String(isNegative ? -units : units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return isNegative ? `-${text}` : text;
}

export function toDecimal(f: Fraction, places: number): string {
  return decimalText(roundHalfUp(f, places), places);
}

/** For reading: at most six decimals, half up, without zeros at the end. */
export function shown(f: Fraction): string {
  return toDecimal(f, 6).replace(/\.?0+$/, '');
}

/** For checking by hand: "28/3", or "9" where it is whole. */
export function fractionText(f: Fraction): string {
  const { n, d } = reduced(f);
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** Any plain decimal text, exactly. */
export function fractionOf(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a decimal number.`);
  const decimals = match[3] ?? '';
  const n = BigInt(`${match[2]}${decimals}`);
  return { n: match[1] ? -n : n, d: powerOfTen(decimals.length) };
}

/** The largest whole number whose square is at most n (Newton's method from above). */
export function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** A safe integer as a JS number; refuses to lose a digit. */
export function exactNumber(n: bigint): number {
  const number = Number(n);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${n} is too large to be kept exactly.`);
  return number;
}
