import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { JudgeSheetsDocument, type SheetStatus } from '../../gql/JudgeSheets';
import { Chips } from '../../ui/Chips';
import { DateTime } from '../../ui/DateTime';
import { twoDecimals } from '../../ui/decimals';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { TextSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { ReopenForm } from './ReopenForm';
import classes from './SheetsDialog.module.css';
import type { PanelJudge, PanelsCompetition } from './types';

interface Props {
  competition: PanelsCompetition;
  judge: PanelJudge;
  onClose: () => void;
  onDone: (news: string) => void;
}

const pageSize = 20;
const statuses = ['SUBMITTED', 'STARTED', 'TO_DO'] as const satisfies SheetStatus[];

/** The sheets of one judge; a submitted one can be opened again, by two organizers. */
export function SheetsDialog({ competition, judge, onClose, onDone }: Props) {
  const { t } = useTranslation('panels');
  const { slug, timeZone, reopenings, resultsPublishedAt } = competition;
  const [status, setStatus] = useState<SheetStatus>('SUBMITTED');
  const [opening, setOpening] = useState<string>();
  const { data, error, loading, refetch, fetchMore } = useQuery(JudgeSheetsDocument, {
    variables: { slug, id: judge.id, first: pageSize, status },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { staysOnPage: true },
  });
  const sheets = data?.competition?.judge?.assignments;
  const waiting = new Map(
    (reopenings ?? []).filter(({ approvedAt }) => approvedAt === null).map((one) => [one.assignment.id, one]),
  );
  return (
    <Dialog title={t('sheets.title', { code: judge.code })} isOpen onClose={onClose} width="wide">
      <Chips
        label={t('sheets.filter')}
        value={status}
        choices={statuses.map((value) => ({ value, label: t(`sheets.${value}`) }))}
        onChange={(value) => setStatus(statuses.find((one) => one === value) ?? 'SUBMITTED')}
      />
      {error && !sheets && <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />}
      {!sheets && !error && <TextSkeleton lines={6} />}
      {sheets?.edges.length === 0 && <p>{t(`sheets.none.${status}`)}</p>}
      <ul className={classes.sheets}>
        {sheets?.edges.map(({ node: sheet }) => {
          const asked = waiting.get(sheet.id);
          return (
            <li key={sheet.id} className={classes.sheet}>
              <p className={classes.words}>
                <Link to={`/c/${slug}/entries/${sheet.entry.number}`}>
                  {t('entry', { number: sheet.entry.number, title: sheet.entry.title })}
                </Link>{' '}
                {sheet.isAnchor && <Tag tone="gold">{t('anchors.tag')}</Tag>}
                {sheet.submittedAt && (
                  <span className={classes.about}>
                    <DateTime value={sheet.submittedAt} timeZone={timeZone} />
                    {sheet.sealCode && ` · ${t('sheets.code', { code: sheet.sealCode })}`}
                  </span>
                )}
              </p>
              <span className={classes.total}>{sheet.total && twoDecimals(sheet.total)}</span>
              {asked?.viewerAsked ? (
                <Tag tone="gold">{t('reopen.waits')}</Tag>
              ) : (
                sheet.status === 'SUBMITTED' &&
                resultsPublishedAt === null &&
                opening !== sheet.id && (
                  <Button variant="light" onClick={() => setOpening(sheet.id)}>
                    {t(asked ? 'reopen.agree' : 'reopen.ask')}
                  </Button>
                )
              )}
              {opening === sheet.id && (
                <ReopenForm
                  assignmentId={sheet.id}
                  asked={asked?.reason}
                  onCancel={() => setOpening(undefined)}
                  onDone={onDone}
                />
              )}
            </li>
          );
        })}
      </ul>
      {sheets && (
        <LoadMore
          shown={sheets.edges.length}
          total={sheets.totalCount}
          hasMore={sheets.pageInfo.hasNextPage}
          isLoading={loading}
          onMore={() => void fetchMore({ variables: { after: sheets.pageInfo.endCursor } })}
        />
      )}
    </Dialog>
  );
}
