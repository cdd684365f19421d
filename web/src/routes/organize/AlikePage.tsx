import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { ContinuationNote } from '../../features/review/ContinuationNote';
import { useAct } from '../../forms/useAct';
import type { Alike_entryFragment } from '../../gql/Alike_entry';
import { AlikePageDocument } from '../../gql/AlikePage';
import { MarkContinuationDocument } from '../../gql/MarkContinuation';
import { ActionBar } from '../../ui/ActionBar';
import { ButtonLink } from '../../ui/ButtonLink';
import { commonPassages, runsOf } from '../../ui/text/common-passages';
import { DateTime } from '../../ui/time/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { useSlug } from './organized';
import classes from './SideBySide.module.css';

const textsOf = ({ title, summary, sections }: Alike_entryFragment) => [
  title,
  summary,
  ...sections.map(({ text }) => text),
];

/** Two entries that look alike, side by side, with what they have in common. */
export function AlikePage() {
  const slug = useSlug();
  const { t } = useTranslation('review');
  const { number = '', other: otherId = '' } = useParams();
  const { data, error, refetch } = useQuery(AlikePageDocument, { variables: { slug, number: Number(number) } });
  if (!data) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const { entry } = data;
  const found = entry?.duplicates.find((one) => one.entry.id === otherId);
  const back = `/organize/${slug}/entries?entry=${number}`;
  if (!entry || !found) {
    return (
      <Page title={t('alike.none')} heading="hidden">
        <EmptyState title={t('alike.none')} text={t('alike.noneText')}>
          <ButtonLink to={back}>{t('alike.back')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const other = found.entry;
  const canGoOn =
    !found.isSameProject &&
    other.competition.id !== entry.competition.id &&
    Date.parse(other.submittedAt) <= Date.parse(entry.submittedAt);
  return (
    <Page
      title={t('alike.title', { number: entry.number, other: other.number })}
      eyebrow={<Link to={back}>{t('alike.back')}</Link>}
      lead={t('alike.lead')}
    >
      <p className={classes.facts}>
        {t('duplicates.likeness', { title: Math.round(found.title * 100), text: Math.round(found.text * 100) })}
      </p>
      {entry.continuation ? (
        <ContinuationNote entry={entry} timeZone={entry.competition.timeZone} />
      ) : (
        canGoOn && (
          <p className={classes.facts}>
            {t('continuation.lead', { title: entry.title, other: other.title, competition: other.competition.name })}
          </p>
        )
      )}
      <div className={classes.columns}>
        <Side entry={entry} beside={other} slug={slug} />
        <Side entry={other} beside={entry} slug={slug} />
      </div>
      {canGoOn && !entry.continuation && <MarkBar entry={entry} earlier={other} />}
    </Page>
  );
}

/** The same work under another name, in a later competition: what it won before counts. */
function MarkBar({ entry, earlier }: { entry: Alike_entryFragment; earlier: Alike_entryFragment }) {
  const { t } = useTranslation('review');
  const act = useAct(MarkContinuationDocument);
  return (
    <>
      <div role="alert">{act.problem && <Notice tone="trouble">{act.problem}</Notice>}</div>
      <ActionBar label={t('continuation.title')}>
        <span className={classes.facts}>{t('continuation.ask')}</span>
        <Button loading={act.isBusy} onClick={() => void act.run({ entryId: entry.id, earlierEntryId: earlier.id })}>
          {t('continuation.mark')}
        </Button>
      </ActionBar>
    </>
  );
}

function Side({ entry, beside, slug }: { entry: Alike_entryFragment; beside: Alike_entryFragment; slug: string }) {
  const { t } = useTranslation('review');
  const runs = runsOf(textsOf(beside));
  const parts = textsOf(entry).map((text) => commonPassages(text, runs));
  const [title, summary, ...sections] = parts;
  const common = parts.reduce((sum, part) => sum + part.common, 0);
  const all = parts.reduce((sum, part) => sum + part.all, 0);
  const { competition } = entry;
  const lang = entry.language === 'EN' ? 'en' : 'zh-CN';
  return (
    <article className={classes.side}>
      <header className={classes.head}>
        <p className={classes.facts}>
          {t('number', { number: entry.number })} <Tag>{t(`status.${entry.status}`)}</Tag>
        </p>
        <h2>
          <Marked pieces={title?.pieces ?? []} />
        </h2>
        <p className={classes.facts}>
          {[entry.organization?.name, entry.region?.name, t('submittedAt')].filter(Boolean).join(' · ')}{' '}
          <DateTime value={entry.submittedAt} timeZone={competition.timeZone} />
        </p>
        {competition.slug === slug ? (
          <Link to={`/organize/${slug}/entries?status=${entry.status}&entry=${entry.number}`} className={classes.link}>
            {t('alike.open', { number: entry.number })}
          </Link>
        ) : (
          <p className={classes.facts}>{t('alike.elsewhere', { name: competition.name })}</p>
        )}
        <p>
          <b>{t('alike.share', { percent: all === 0 ? 0 : Math.round((common / all) * 100) })}</b>
        </p>
      </header>
      <p lang={lang}>
        <Marked pieces={summary?.pieces ?? []} />
      </p>
      {entry.sections.map(({ key, name }, index) => (
        <section key={key} className={classes.part}>
          <h3>{name}</h3>
          <p className={classes.text} lang={lang}>
            <Marked pieces={sections[index]?.pieces ?? []} />
          </p>
        </section>
      ))}
    </article>
  );
}

function Marked({ pieces }: { pieces: readonly { text: string; isCommon: boolean }[] }) {
  return pieces.map(({ text, isCommon }, index) => (isCommon ? <mark key={index}>{text}</mark> : text));
}
