import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { ExtensionForm } from '../../features/extensions/ExtensionForm';
import { ExtensionList } from '../../features/extensions/ExtensionList';
import { ExtensionsPageDocument, type ExtensionsPageQuery } from '../../gql/ExtensionsPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { SubmissionDeadline } from '../../words/SubmissionDeadline';
import { OrganizersOnly } from './OrganizersOnly';

/** Who may hand in later than the others, until when, and why. */
export function ExtensionsPage() {
  return <OrganizersOnly>{(slug) => <Loaded key={slug} slug={slug} />}</OrganizersOnly>;
}

function Loaded({ slug }: { slug: string }) {
  const { data, error, refetch } = useQuery(ExtensionsPageDocument, {
    variables: { slug },
    fetchPolicy: 'cache-and-network',
    context: { staysOnPage: true },
  });
  if (!data) return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  return data.competition ? <Extensions competition={data.competition} /> : <ErrorState kind="notFound" />;
}

type Competition = NonNullable<ExtensionsPageQuery['competition']>;

function Extensions({ competition }: { competition: Competition }) {
  const { t } = useTranslation('extensions');
  const [news, setNews] = useState<string>();
  const { slug, name, timeZone, submissionWindow, submissionRule, resultsPublishedAt } = competition;
  return (
    <Page
      title={t('title')}
      eyebrow={
        <>
          <Link to={`/organize/${slug}`}>{name}</Link>{' '}
          {competition.isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </>
      }
      lead={t('lead')}
    >
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
