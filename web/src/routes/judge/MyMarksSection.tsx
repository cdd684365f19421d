import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyMarks as Drawn } from '../../features/judging/overview/MyMarks';
import type { Outbox } from '../../features/judging/sync/useOutbox';
import type { Seat_judgeFragment } from '../../gql/Seat_judge';
import { MySheetsDocument } from '../../gql/MySheets';
import { Section } from '../../ui/Page';
import { useKeptQuery } from './useKeptQuery';

type Props = ComponentProps<typeof Drawn>;

// Without the network the page does without its drawings.
const NoMarks: ComponentType<Props> = () => null;
const MyMarks = lazy<ComponentType<Props>>(() =>
  import('../../features/judging/overview/MyMarks').then(
    (module) => ({ default: module.MyMarks }),
    () => ({ default: NoMarks }),
  ),
);

/** Fewer than this is no picture yet. */
const fewest = 3;

/** The totals of a judge's own submitted sheets, drawn once there are some. */
export function MyMarksSection({ seats, outbox }: { seats: readonly Seat_judgeFragment[]; outbox: Outbox }) {
  const { t } = useTranslation('judging');
  const { data } = useKeptQuery(MySheetsDocument, {}, outbox.revision);
  const drawn = (data?.viewer?.judgeSeats ?? []).map(({ id, assignments }) => ({
    id,
    name: seats.find((seat) => seat.id === id)?.competition.name,
    totals: assignments.edges
      .map(({ node }) => node)
      .toSorted((a, b) => (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''))
      .flatMap(({ total, entry }) => (total === null ? [] : [{ ...entry, total: Number(total) }])),
  }));
  return drawn
    .filter(({ totals }) => totals.length >= fewest)
    .map(({ id, name, totals }) => (
      <Section key={id} title={seats.length > 1 ? t('mine.titleOf', { name }) : t('mine.title')}>
        <p>{t('mine.lead')}</p>
        <Suspense>
          <MyMarks totals={totals} />
        </Suspense>
      </Section>
    ));
}
