import type { Locale } from '../../../core/locale.ts';
import { message, type MessageKey } from '../../../core/messages.ts';
import { CaseReason } from '../case-reason.ts';
import { VoteDetector } from '../detectors/index.ts';
import type { Evidence, Signal } from '../detectors/index.ts';

const detectors = new Set<string>(Object.values(VoteDetector));
const reasons = new Set<string>(Object.values(CaseReason));

export const detectorInWords = (locale: Locale, detector: string): string =>
  detectors.has(detector) ? message(locale, `integrity.detector.${detector as VoteDetector}`) : detector;

export const reasonInWords = (locale: Locale, reason: string): string =>
  reasons.has(reason) ? message(locale, `integrity.reason.${reason as CaseReason}`) : reason;

/**
 * Why a vote is held, for its voter and for the public. A declared threshold is cited, because it is public already; the
 * figures of the other detectors would teach people who buy votes.
 */
export function holdReason(locale: Locale, detector: string, evidence: Partial<Evidence>): string {
  const key = detectors.has(detector) ? (detector as VoteDetector) : VoteDetector.ORGANIZER;
  return message(locale, `integrity.hold.${key}` satisfies MessageKey, { limit: evidence.declared ?? '' });
}

const shares = new Set([
  VoteDetector.NETWORK_SHARE,
  VoteDetector.NIGHT_SHARE,
  VoteDetector.SINGLE_ENTRY,
  VoteDetector.FRESH_IDENTITIES,
]);

const number = (locale: Locale, value: number, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale, options).format(value);

/** A signal with the figure seen and the figure from which it is noticed. */
export function signalInWords(locale: Locale, { detector, value, threshold }: Signal): string {
  const options: Intl.NumberFormatOptions = shares.has(detector)
    ? { style: 'percent', maximumFractionDigits: 1 }
    : { maximumFractionDigits: 0 };
  return message(locale, `integrity.signal.${detector}`, {
    value: number(locale, value, options),
    threshold: number(locale, threshold, options),
  });
}

/** The evidence of a case as pairs to be read. */
export function evidenceInWords(
  locale: Locale,
  evidence: Partial<Evidence>,
  instant: (instant: Date) => string,
): { label: string; value: string }[] {
  const figures: { label: string; value: string }[] = [];
  const add = (key: MessageKey, value: string | number | null | undefined) => {
    if (value === null || value === undefined) return;
    const shown = typeof value === 'number' ? number(locale, value, {}) : value;
    figures.push({ label: message(locale, key), value: shown });
  };
  add('integrity.evidence.reason', evidence.reason);
  add('integrity.evidence.from', evidence.from && instant(new Date(evidence.from)));
  add('integrity.evidence.to', evidence.to && instant(new Date(evidence.to)));
  for (const signal of evidence.signals ?? []) {
    figures.push({ label: detectorInWords(locale, signal.detector), value: signalInWords(locale, signal) });
  }
  add('integrity.evidence.declared', evidence.declared);
  add('integrity.evidence.voters', evidence.voters);
  add('integrity.evidence.networks', evidence.networks);
  add('integrity.evidence.devices', evidence.devices);
  return figures;
}
