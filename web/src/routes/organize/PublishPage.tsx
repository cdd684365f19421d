import { useTranslation } from 'react-i18next';
import { Act } from '../../features/organizing/Act';
import { stageOf } from '../../features/organizing/today';
import { ButtonLink } from '../../ui/ButtonLink';
import { DateTime } from '../../ui/time/DateTime';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { WithOrganized } from './organized';

/** Who goes to the final, and when the ranking becomes the results. */
export function PublishPage() {
  const { t } = useTranslation('organizing');
  return (
    <WithOrganized>
      {(competition, renew) => (
        <Page title={t('actions.publish')}>
          {competition.resultsPublishedAt && (
            <Notice tone="good">
              <p>
                {t('today.published')}{' '}
                <DateTime value={competition.resultsPublishedAt} timeZone={competition.timeZone} />
              </p>
              <ButtonLink to={`/c/${competition.slug}/results`}>{t('today.seeResults')}</ButtonLink>
            </Notice>
          )}
          {stageOf(competition, 'FINAL') && (
            <Section title={t('actions.shortlist')}>
              <Act name="shortlist" competition={competition} onDone={() => void renew()} />
            </Section>
          )}
          <Section title={t('actions.toEverybody')}>
            <Act name="publish" competition={competition} onDone={() => void renew()} />
          </Section>
        </Page>
      )}
    </WithOrganized>
  );
}
