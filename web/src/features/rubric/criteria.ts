import { newKey } from '../../ui/device/new-key';
import type { CriterionDraft, LevelDraft } from './draft';
import { scales } from './scales';

/** What each criterion weighs of the whole, in percent; what is no weight weighs nothing. */
export function sharesOf(criteria: readonly { weight: string }[]): number[] {
  const weights = criteria.map(({ weight }) => {
    const number = weight.trim() === '' ? 0 : Number(weight);
    return Number.isFinite(number) && number > 0 ? number : 0;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? (100 * weight) / sum : 0));
}

export const newLevel = (from = ''): LevelDraft => ({ id: newKey(), from, zh: '', en: '' });

/** One more, on the scale of the last one and with as much weight as the others have on average. */
export function newCriterion(criteria: readonly CriterionDraft[]): CriterionDraft {
  const last = criteria.at(-1);
  const known = criteria.map(({ weight }) => Number(weight)).filter((weight) => weight > 0);
  const mean = known.reduce((sum, weight) => sum + weight, 0) / known.length;
  const { minimum, maximum, step } = last ?? scales.tenByHalf;
  return {
    id: newKey(),
    key: '',
    name: { zh: '', en: '' },
    guidance: { zh: '', en: '' },
    weight: known.length > 0 ? String(Math.round(mean * 1000) / 1000) : '20',
    scale: last?.scale ?? 'tenByHalf',
    minimum,
    maximum,
    step,
    levels: [],
  };
}
