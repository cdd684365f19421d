import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { ReturnListDialog } from '../../features/nominations/ReturnListDialog';
import type { Unit } from '../../features/nominations/types';
import { UnitTree } from '../../features/nominations/UnitTree';
import { RemindSendingUnitsDocument } from '../../gql/RemindSendingUnits';
import { SendingUnitsDocument } from '../../gql/SendingUnits';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { StatFigure, StatFigures } from '../../ui/chart/StatFigure';
import { useSlug } from './organized';

/** How far nominations are, level by level. */
export function NominationsPage() {
  const slug = useSlug();
  const { t } = useTranslation('nominations');
  const [remind, { loading: isReminding }] = useMutation(RemindSendingUnitsDocument);
  const [returning, setReturning] = useState<Unit>();
  const [news, setNews] = useState<{ tone: 'good' | 'trouble'; words: string }>();
  const { data, error, loading, refetch, fetchMore } = useQuery(SendingUnitsDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    context: { staysOnPage: true },
  });
  if (!data) return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  const { competition } = data;
  const figures = competition?.nominationFigures;
  if (!competition || !figures) return <ErrorState kind="notFound" />;
  const { edges, totalCount, pageInfo } = competition.sendingUnits;
  const units = edges.map(({ node }) => node);
  const waiting = figures.units - figures.submitted;
  const send = async () => {
    const input = { competitionId: competition.id };
    const result = await remind({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    const answer = result?.data?.remindSendingUnits;
    setNews(
      answer?.__typename === 'RemindSendingUnitsSuccess'
        ? { tone: 'good', words: t('tree.reminded', { count: answer.messages }) }
        : { tone: 'trouble', words: answer?.message ?? t('network') },
    );
  };
  return (
    <Page title={t('tree.title')} lead={t('tree.lead')}>
      {units.length === 0 ? (
        <EmptyState title={t('tree.none')} text={t('tree.noneText')}>
          <ButtonLink to={`/organize/${slug}/setup/units`}>{t('tree.setUp')}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <StatFigures>
            <StatFigure label={t('figures.submitted', { units: figures.units })} value={figures.submitted} />
            <StatFigure label={t('figures.late')} value={figures.late} />
            <StatFigure label={t('figures.arrived', { quota: figures.quota })} value={figures.arrived} />
            {figures.outside > 0 && <StatFigure label={t('figures.outside')} value={figures.outside} />}
          </StatFigures>
          <div role="status">{news && <Notice tone={news.tone}>{news.words}</Notice>}</div>
          {figures.outside > 0 && <Notice tone="trouble">{t('tree.outside', { count: figures.outside })}</Notice>}
          <UnitTree slug={slug} units={units} onReturn={setReturning} />
          <LoadMore
            shown={units.length}
            total={totalCount}
            hasMore={pageInfo.hasNextPage}
            isLoading={loading}
            onMore={() =>
              void fetchMore({
                variables: { after: pageInfo.endCursor },
                updateQuery: (before, { fetchMoreResult }) => ({
                  ...fetchMoreResult,
                  competition: fetchMoreResult.competition && {
                    ...fetchMoreResult.competition,
                    sendingUnits: {
                      ...fetchMoreResult.competition.sendingUnits,
                      edges: [
                        ...(before.competition?.sendingUnits.edges ?? []),
                        ...fetchMoreResult.competition.sendingUnits.edges,
                      ],
                    },
                  },
                }),
              })
            }
          />
          <ActionBar label={t('bar')}>
            <ButtonLink to={`/organize/${slug}/setup/units`} variant="default">
              {t('tree.setUp')}
            </ButtonLink>
            {waiting > 0 && (
              <Button loading={isReminding} onClick={() => void send()}>
                {t('tree.remind', { count: waiting })}
              </Button>
            )}
          </ActionBar>
        </>
      )}
      {returning && (
        <ReturnListDialog
          unit={returning}
          timeZone={competition.timeZone}
          onReturned={() => {
            setReturning(undefined);
            void refetch();
          }}
          onClose={() => setReturning(undefined)}
        />
      )}
    </Page>
  );
}
