import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MorePages } from '../../forms/MorePages';
import { PartQuery } from '../../forms/PageQuery';
import { JudgeSheetsDocument, type SheetStatus } from '../../gql/JudgeSheets';
import { Chips } from '../../ui/Chips';
import { DateTime } from '../../ui/time/DateTime';
import { twoDecimals } from '../../ui/text/decimals';
import { Dialog } from '../../ui/Dialog';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import { ReopenForm } from './ReopenForm';
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
      <PartQuery
        key={status}
        query={JudgeSheetsDocument}
        variables={{ slug, id: judge.id, first: pageSize, status }}
        pick={({ competition: found }) => found?.judge?.assignments}
      >
        {(sheets, answer) => (
          <>
            {sheets.edges.length === 0 && <p>{t(`sheets.none.${status}`)}</p>}
            <Stack as="ul" className="lined">
              {sheets.edges.map(({ node: sheet }) => {
                const asked = waiting.get(sheet.id);
                return (
                  <Stack as="li" key={sheet.id} gap={2}>
                    <Row gap={4} rowGap={1}>
                      <div className="grow">
                        <Link to={`/c/${slug}/entries/${sheet.entry.number}`} className="strong">
                          {t('entry', { number: sheet.entry.number, title: sheet.entry.title })}
                        </Link>{' '}
                        {sheet.isAnchor && <Tag tone="gold">{t('anchors.tag')}</Tag>}
                        {sheet.submittedAt && (
                          <p className="faint small">
                            <DateTime value={sheet.submittedAt} timeZone={timeZone} />
                            {sheet.sealCode && ` · ${t('sheets.code', { code: sheet.sealCode })}`}
                          </p>
                        )}
                      </div>
                      {sheet.total && <b className="tabular">{twoDecimals(sheet.total)}</b>}
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
                    </Row>
                    {opening === sheet.id && (
                      <ReopenForm
                        assignmentId={sheet.id}
                        asked={asked?.reason}
                        onCancel={() => setOpening(undefined)}
                        onDone={onDone}
                      />
                    )}
                  </Stack>
                );
              })}
            </Stack>
            <MorePages list={sheets} answer={answer} />
          </>
        )}
      </PartQuery>
    </Dialog>
  );
}
