const DOT = 46;
const MINUS = 45;
const ZERO = 48;

/** Above the column's 99,999.999, and within 32 bits. */
const LIMIT = 2_000_000_000;

/**
 * A decimal text with up to three decimals as a whole number of thousandths: "9.25" is 9250. Written out by hand, since
 * a large pool has millions of marks; every step stays far below 2^53.
 */
export function thousandths(text: string): number {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let value = 0;
  let decimals = -1;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT && decimals < 0 && i > start) {
      decimals = 0;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9 || value > LIMIT || (decimals >= 3 && digit > 0)) throw notAMark(text);
    if (decimals >= 3) continue;
    value = value * 10 + digit;
    if (decimals >= 0) decimals++;
  }
  if (text.length === start || decimals === 0) throw notAMark(text);
  for (let place = Math.max(decimals, 0); place < 3; place++) value *= 10;
  if (value > LIMIT) throw notAMark(text);
  return start === 1 && value > 0 ? -value : value;
}

function notAMark(text: string): RangeError {
  return new RangeError(`${JSON.stringify(text)} is not a number below two million with at most three decimals.`);
}
