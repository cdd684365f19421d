import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StandingRow_standingFragmentDoc, type StandingRow_standingFragment } from '../../gql/StandingRow_standing';
import { Cover } from '../../ui/cover/Cover';
import { coverStyle } from '../../ui/cover/cover-style';
import { twoDecimals } from '../../ui/text/decimals';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { AwardSeal } from './AwardSeal';
import classes from './Podium.module.css';
import { StandingTerms } from './StandingTerms';

interface Props {
  /** The first three, best first. */
  standings: FragmentType<StandingRow_standingFragment>[];
}

export function Podium({ standings }: Props) {
  return (
    <Columns as="ol" sizes="1fr 1.15fr 1fr" gap={4} align="end">
      {standings.map((standing, index) => (
        <Place key={index} standing={standing} />
      ))}
    </Columns>
  );
}

function Place({ standing }: { standing: FragmentType<StandingRow_standingFragment> }) {
  const { t } = useTranslation('entries');
  const { data, complete } = useFragment({ fragment: StandingRow_standingFragmentDoc, from: standing });
  if (!complete) return null;
  const { entry, rank, score, votes, award, terms } = data;
  return (
    <li className={classes.place} data-rank={rank}>
      <div className={classes.card}>
        <div className={classes.cover}>
          <Cover seed={entry.id} {...coverStyle(entry.category.key)} />
        </div>
        <Stack gap={2} className={classes.words}>
          {award && (
            <p>
              <AwardSeal award={award} />
            </p>
          )}
          <h2 className={classes.title}>
            <Link to={`/c/${entry.competition.slug}/entries/${entry.number}`}>{entry.title}</Link>
          </h2>
          <p className="faint small">
            {entry.organization && (
              <>
                {entry.organization.name}
                <br />
              </>
            )}
            {[entry.region?.name, entry.category.name].filter(Boolean).join(' · ')}
          </p>
          <StandingTerms terms={terms} />
        </Stack>
      </div>
      <Row gap={4} justify="between" nowrap className={classes.plinth}>
        <b className={classes.rank}>
          <span className="visually-hidden">{t('results.rank')} </span>
          {rank}
        </b>
        <span className={classes.score}>
          {t('results.scoreIs', { score: twoDecimals(score) })}
          <br />
          {t('results.votesAre', { count: votes })}
        </span>
      </Row>
    </li>
  );
}
