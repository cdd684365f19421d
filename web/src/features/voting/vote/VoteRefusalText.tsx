import { useTranslation } from 'react-i18next';
import type { VoteBar_entryFragment } from '../../../gql/VoteBar_entry';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstantWords } from '../../../ui/time/DateTime';
import { zoneName } from '../../../ui/time/time';

interface Props {
  entry: VoteBar_entryFragment;
}

/** Why the viewer cannot vote now, and when or how it will be possible. */
export function VoteRefusalText({ entry }: Props) {
  const { t } = useTranslation('voting');
  const language = useLanguage();
  const inWords = useInstantWords();
  const { voting, competition, voteCount } = entry;
  const { timeZone, ballotRule } = competition;
  const { style, votesPerDay } = ballotRule;
  switch (voting.refusal) {
    case 'SIGNED_OUT':
      return (
        <span>
          {style === 'TAP' ? t('refusals.SIGNED_OUT', { count: votesPerDay }) : t('refusals.SIGNED_OUT_BALLOT')}
        </span>
      );
    case 'NOT_YET_OPEN':
      return voting.opensAt ? (
        <span>{t('refusals.NOT_YET_OPEN', { time: inWords(voting.opensAt, timeZone) })}</span>
      ) : null;
    case 'CLOSED':
      return (
        <span>
          {voteCount !== null && <b>{t('votes', { count: voteCount })} </b>}
          {voting.closesAt && t('refusals.CLOSED', { time: inWords(voting.closesAt, timeZone) })}
        </span>
      );
    case 'QUOTA_USED':
      // Which limit is reached the page does not know; midnight helps against that of the day alone.
      if (ballotRule.votesPerStage !== null) return <span>{t('refusals.QUOTA_USED_STAGE')}</span>;
      return <span>{t('refusals.QUOTA_USED', { count: votesPerDay, zone: zoneName(timeZone, language) })}</span>;
    case 'OWN_ORGANIZATION':
      return <span>{t('refusals.OWN_ORGANIZATION')}</span>;
    case 'ALREADY_VOTED':
      return <span>{t('states.COUNTED')}</span>;
    case 'NOT_ELIGIBLE':
      return <span>{t('refusals.NOT_ELIGIBLE')}</span>;
    default:
      return null;
  }
}
