import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StandingRow_standingFragmentDoc, type StandingRow_standingFragment } from '../../gql/StandingRow_standing';
import { twoDecimals } from '../../ui/text/decimals';
import { Row } from '../../ui/layout/Row';
import { AwardSeal } from './AwardSeal';
import classes from './Standings.module.css';
import { StandingTerms } from './StandingTerms';

interface Props {
  standing: FragmentType<StandingRow_standingFragment>;
}

export function StandingRow({ standing }: Props) {
  const { t } = useTranslation('entries');
  const { data, complete } = useFragment({ fragment: StandingRow_standingFragmentDoc, from: standing });
  if (!complete) return null;
  const { entry, rank, score, votes, award, terms } = data;
  return (
    <li className={classes.row}>
      <span className={classes.rank}>
        <span className="visually-hidden">{t('results.rank')} </span>
        {rank}
      </span>
      <div className={classes.entry}>
        <Link to={`/c/${entry.competition.slug}/entries/${entry.number}`}>{entry.title}</Link>
        <p>{[entry.organization?.name, entry.region?.name, entry.category.name].filter(Boolean).join(' · ')}</p>
      </div>
      <div className={classes.award}>{award && <AwardSeal award={award} />}</div>
      <Row as="dl" gap={6} align="stretch" nowrap className={classes.numbers}>
        <div>
          <dt>{t('results.score')}</dt>
          <dd>{twoDecimals(score)}</dd>
        </div>
        <div>
          <dt>{t('results.votes')}</dt>
          <dd>{t('results.count', { count: votes })}</dd>
        </div>
      </Row>
      <StandingTerms terms={terms} />
    </li>
  );
}
