import { useTranslation } from 'react-i18next';
import type { Refused } from '../../forms/useAct';
import type { AssignEntriesMutation } from '../../gql/AssignEntries';
import type { PublishResultsMutation } from '../../gql/PublishResults';
import type { ShortlistEntriesMutation } from '../../gql/ShortlistEntries';
import { useInstantWords } from '../../ui/time/DateTime';

type Refusal = Refused<AssignEntriesMutation> | Refused<PublishResultsMutation> | Refused<ShortlistEntriesMutation>;

/** Why an act was not done, and what to do: the API's sentence and a next step. */
export function useRefusal(
  timeZone: string,
): (act: { refusal: Refusal | undefined; problem: string | undefined }) => string | undefined {
  const { t } = useTranslation('organizing');
  const inWords = useInstantWords();
  return ({ refusal, problem }) => {
    if (!refusal) return problem;
    const { message } = refusal;
    switch (refusal.__typename) {
      case 'StageOpenError':
        return t('refusals.stageOpen', {
          message,
          stage: refusal.stage.name,
          time: inWords(refusal.stage.closesAt, timeZone),
        });
      case 'AlreadyPublishedError':
        return t('refusals.alreadyPublished', { message, time: inWords(refusal.publishedAt, timeZone) });
      case 'CasesOpenError':
        return t('refusals.casesOpen', { message, count: refusal.open });
      case 'BelowQuorumError':
        return t('refusals.belowQuorum', { message, count: refusal.entries });
      case 'SheetsMissingError':
        return t('refusals.sheetsMissing', { message, count: refusal.missing });
      case 'NothingRankedError':
        return t('refusals.nothingRanked', { message });
      case 'NoPanelError':
        return t('refusals.noPanel', { message });
      default:
        return problem;
    }
  };
}
