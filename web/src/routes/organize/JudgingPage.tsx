import { useTranslation } from 'react-i18next';
import { Act } from '../../features/organizing/Act';
import { JudgingProgress } from '../../features/organizing/JudgingProgress';
import type { Organized } from '../../features/organizing/today';
import { useRanking } from '../../features/organizing/useRanking';
import { useScoreSignal } from '../../features/organizing/useScoreSignal';
import { ButtonLink } from '../../ui/ButtonLink';
import { Page, Section } from '../../ui/Page';
import { WithOrganized } from './organized';

/** How far the judging is, and the start of it: giving entries to judges. */
export function JudgingPage() {
  return <WithOrganized>{(competition, renew) => <Judging competition={competition} onDone={renew} />}</WithOrganized>;
}

function Judging({ competition, onDone }: { competition: Organized; onDone: () => Promise<void> }) {
  const { t } = useTranslation('organizing');
  const { slug, desk } = competition;
  const { rows, hasMore, refresh } = useRanking(slug, null, null, useScoreSignal(slug));
  return (
    <Page title={t('nav.items.progress')}>
      {desk && desk.sheetsAssigned > 0 ? (
        <JudgingProgress desk={desk} rows={rows ?? []} isWhole={!hasMore} />
      ) : (
        <p>{t('charts.notAssigned')}</p>
      )}
      <Section
        title={t('actions.assign')}
        aside={
          <ButtonLink variant="subtle" to={`/organize/${slug}/panels`}>
            {t('nav.items.panels')}
          </ButtonLink>
        }
      >
        <Act
          name="assign"
          competition={competition}
          onDone={() => {
            refresh();
            void onDone();
          }}
        />
      </Section>
    </Page>
  );
}
