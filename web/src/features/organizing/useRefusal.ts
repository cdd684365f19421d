import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { formatInstant } from '../../ui/time';

type Refusal =
  | { __typename: 'StageOpenError'; message: string; stage: { name: string; closesAt: string } }
  | { __typename: 'AlreadyPublishedError'; message: string; publishedAt: string }
  | { __typename: 'CasesOpenError'; message: string; open: number }
  | { __typename: 'BelowQuorumError'; message: string; entries: number }
  | { __typename: 'SheetsMissingError'; message: string; missing: number }
  | { __typename: 'NothingRankedError' | 'NoPanelError' | 'ResultsStandError'; message: string };

/** Why an action did not happen, and what to do: the API's sentence and a next step. */
export function useRefusal(timeZone: string): (refusal: Refusal | undefined) => string {
  const { t } = useTranslation('organizing');
  const language = useLanguage();
  const when = (instant: string) => formatInstant(instant, { language, timeZone });
  return (refusal) => {
    switch (refusal?.__typename) {
      case 'StageOpenError':
        return t('refusals.stageOpen', {
          message: refusal.message,
          stage: refusal.stage.name,
          time: when(refusal.stage.closesAt),
        });
      case 'AlreadyPublishedError':
        return t('refusals.alreadyPublished', { message: refusal.message, time: when(refusal.publishedAt) });
      case 'CasesOpenError':
        return t('refusals.casesOpen', { message: refusal.message, count: refusal.open });
      case 'BelowQuorumError':
        return t('refusals.belowQuorum', { message: refusal.message, count: refusal.entries });
      case 'SheetsMissingError':
        return t('refusals.sheetsMissing', { message: refusal.message, count: refusal.missing });
      case 'NothingRankedError':
        return t('refusals.nothingRanked', { message: refusal.message });
      case 'NoPanelError':
        return t('refusals.noPanel', { message: refusal.message });
      case 'ResultsStandError':
        return refusal.message;
      default:
        return t('refusals.network');
    }
  };
}
