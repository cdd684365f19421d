import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExtensionForm } from '../../features/extensions/ExtensionForm';
import { ExtensionList } from '../../features/extensions/ExtensionList';
import { PageQuery } from '../../forms/PageQuery';
import { ExtensionsPageDocument, type ExtensionsPageQuery } from '../../gql/ExtensionsPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { SubmissionDeadline } from '../../words/SubmissionDeadline';
import { useSlug } from './organized';

/** Who may hand in later than the others, until when, and why. */
export function ExtensionsPage() {
  const slug = useSlug();
  return (
    <PageQuery query={ExtensionsPageDocument} variables={{ slug }} pick={({ competition }) => competition}>
      {(competition) => <Extensions competition={competition} />}
    </PageQuery>
  );
}

type Competition = NonNullable<ExtensionsPageQuery['competition']>;

function Extensions({ competition }: { competition: Competition }) {
  const { t } = useTranslation('extensions');
  const [news, setNews] = useState<string>();
  const { slug, timeZone, submissionWindow, submissionRule, resultsPublishedAt } = competition;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {submissionWindow ? (
        <>
          <Section title={t('rule.title')}>
            <Stack gap={4} align="start" className="reading">
              <SubmissionDeadline window={submissionWindow} timeZone={timeZone} isShort />
              <ul>
                {submissionRule.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <ButtonLink to={`/organize/${slug}/setup/submissions`} variant="light">
                {t('rule.change')}
              </ButtonLink>
            </Stack>
          </Section>
          <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
          {resultsPublishedAt === null ? (
            <Section title={t('grant.title')}>
              <ExtensionForm slug={slug} competitionId={competition.id} timeZone={timeZone} onDone={setNews} />
            </Section>
          ) : (
            <Notice>{t('published')}</Notice>
          )}
        </>
      ) : (
        <EmptyState title={t('none.title')} text={t(competition.openedAt ? 'none.text' : 'none.settingUp')}>
          <ButtonLink to={`/organize/${slug}/setup/stages`}>{t('none.action')}</ButtonLink>
        </EmptyState>
      )}
      <Section title={t('list.title', { count: competition.extensionCount })}>
        <ExtensionList slug={slug} timeZone={timeZone} onDone={setNews} />
      </Section>
    </Page>
  );
}
