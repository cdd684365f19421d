import type { FragmentType } from '@apollo/client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ActivityTimeline_entryFragmentDoc,
  type ActivityTimeline_entryFragment,
} from '../../gql/ActivityTimeline_entry';
import { MoreEntryActivitiesDocument } from '../../gql/MoreEntryActivities';
import { useLanguage } from '../../i18n/useLanguage';
import { DateTime } from '../../ui/time/DateTime';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import classes from './ActivityTimeline.module.css';

interface Props {
  entry: FragmentType<ActivityTimeline_entryFragment>;
}

export function ActivityTimeline({ entry }: Props) {
  const { t } = useTranslation('entries');
  const client = useApolloClient();
  const [isLoading, setLoading] = useState(false);
  const language = useLanguage();
  const { data, complete } = useFragment({
    fragment: ActivityTimeline_entryFragmentDoc,
    fragmentName: 'ActivityTimeline_entry',
    from: entry,
  });
  if (!complete) return null;
  const { edges, totalCount, pageInfo } = data.activities;
  if (totalCount === 0) return null;
  // What it fetches joins the list above through the cache.
  const more = async () => {
    setLoading(true);
    try {
      await client.query({
        query: MoreEntryActivitiesDocument,
        variables: { slug: data.competition.slug, number: data.number, after: pageInfo.endCursor },
        fetchPolicy: 'network-only',
      });
    } finally {
      setLoading(false);
    }
  };
  const number = new Intl.NumberFormat(language);
  return (
    <>
      <Stack as="ol" gap={5} className={classes.timeline}>
        {edges.map(({ node }) => (
          <li key={node.id} className={classes.activity}>
            <p className="faint small">
              <DateTime value={node.startsAt} timeZone={data.competition.timeZone} isDay />
              {node.place && ` · ${node.place}`}
            </p>
            <p className="strong">{node.title}</p>
            <p className="faint small">
              {t('activityFacts', {
                volunteers: number.format(node.volunteerCount),
                hours: number.format(Number(node.hours)),
              })}
              {node.measures.map(({ name, unit, value }) => (
                <span key={name}>
                  {' · '}
                  {name} {number.format(Number(value))} {unit}
                </span>
              ))}
            </p>
          </li>
        ))}
      </Stack>
      <LoadMore
        shown={edges.length}
        total={totalCount}
        hasMore={pageInfo.hasNextPage}
        isLoading={isLoading}
        onMore={() => void more().catch(() => undefined)}
      />
    </>
  );
}
