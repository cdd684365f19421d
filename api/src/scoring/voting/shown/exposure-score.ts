import Decimal from 'decimal.js';

/**
 * Choices divided by times shown: how readily an entry was chosen by those who saw it. An entry shown less often than
 * the floor counts as shown that often, so that a few friendly eyes are no proof. The floor plays the part of the
 * median in itch.io's correction of ratings (score · √(min(median, n) / median), itch.io/post/8993133).
 * To 6 decimals, half up; between 0 and 1 unless one showing brought several choices.
 */
export const exposureScore = (choices: number, shown: number, floor: number): string =>
  new Decimal(choices)
    .div(Math.max(shown, floor, 1))
    .toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
    .toFixed();
