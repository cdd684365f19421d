import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnListDialog } from '../../features/nominations/ReturnListDialog';
import type { Unit } from '../../features/nominations/types';
import { UnitTree } from '../../features/nominations/UnitTree';
import { MorePages } from '../../forms/MorePages';
import { PageQuery, type PageAnswer } from '../../forms/PageQuery';
import { useAct } from '../../forms/useAct';
import { RemindSendingUnitsDocument } from '../../gql/RemindSendingUnits';
import { SendingUnitsDocument, type SendingUnitsQuery, type SendingUnitsQueryVariables } from '../../gql/SendingUnits';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Notice } from '../../ui/Notice';
import { Outcome } from '../../ui/Outcome';
import { Page } from '../../ui/Page';
import { StatFigure, StatFigures } from '../../ui/chart/StatFigure';
import { useSlug } from './organized';

/** How far nominations are, level by level. */
export function NominationsPage() {
  const slug = useSlug();
  return (
    <PageQuery query={SendingUnitsDocument} variables={{ slug }} pick={pickFigures}>
      {(picked, answer) => <Nominations {...picked} answer={answer} />}
    </PageQuery>
  );
}

const pickFigures = ({ competition }: SendingUnitsQuery) =>
  competition?.nominationFigures && { competition, figures: competition.nominationFigures };

interface Props extends NonNullable<ReturnType<typeof pickFigures>> {
  answer: PageAnswer<SendingUnitsQuery, SendingUnitsQueryVariables>;
}

function Nominations({ competition, figures, answer }: Props) {
  const { t } = useTranslation('nominations');
  const remind = useAct(RemindSendingUnitsDocument);
  const [returning, setReturning] = useState<Unit>();
  const [news, setNews] = useState<string>();
  const { slug, sendingUnits } = competition;
  const units = sendingUnits.edges.map(({ node }) => node);
  const waiting = figures.units - figures.submitted;
  const send = async () => {
    setNews(undefined);
    const done = await remind.run({ competitionId: competition.id });
    if (done) setNews(t('tree.reminded', { count: done.messages }));
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
          <Outcome good={news} trouble={remind.problem} />
          {figures.outside > 0 && <Notice tone="trouble">{t('tree.outside', { count: figures.outside })}</Notice>}
          <UnitTree slug={slug} units={units} onReturn={setReturning} />
          <MorePages list={sendingUnits} answer={answer} />
          <ActionBar label={t('bar')}>
            <ButtonLink to={`/organize/${slug}/setup/units`} variant="default">
              {t('tree.setUp')}
            </ButtonLink>
            {waiting > 0 && (
              <Button loading={remind.isBusy} onClick={() => void send()}>
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
            void answer.renew();
          }}
          onClose={() => setReturning(undefined)}
        />
      )}
    </Page>
  );
}
