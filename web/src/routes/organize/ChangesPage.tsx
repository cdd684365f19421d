import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { ChangesPageDocument, type ChangesPageQuery } from '../../gql/ChangesPage';
import { ButtonLink } from '../../ui/ButtonLink';
import { compare } from '../../ui/text/compare';
import { DateTime } from '../../ui/time/DateTime';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { Tag } from '../../ui/Tag';
import { useSlug } from './organized';
import classes from './SideBySide.module.css';

type Part = NonNullable<NonNullable<ChangesPageQuery['entry']>['changes']>['parts'][number];

/** What a hand-in changed of the one before, and what of that nobody asked for. */
export function ChangesPage() {
  const slug = useSlug();
  const { t } = useTranslation('review');
  const { number = '' } = useParams();
  const { data, error, refetch } = useQuery(ChangesPageDocument, {
    variables: { slug, number: Number(number) },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) {
    return error ? <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} /> : <PageSkeleton />;
  }
  const { entry } = data;
  const changes = entry?.changes;
  const back = `/organize/${slug}/entries?entry=${number}`;
  if (!entry || !changes) {
    return (
      <Page title={t('changes.none')} heading="hidden">
        <EmptyState title={t('changes.none')} text={t('changes.noneText')}>
          <ButtonLink to={back}>{t('changes.back')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const { parts, hasMarks, reason, revision, submittedAt, submittedBefore } = changes;
  const { timeZone } = entry.competition;
  const outside = hasMarks ? parts.filter(({ remark }) => remark === null).length : 0;
  return (
    <Page
      title={t('changes.title', { number: entry.number })}
      eyebrow={
        <>
          <Link to={back}>{t('changes.back')}</Link> · {entry.title}
        </>
      }
      lead={t('changes.lead', { revision })}
    >
      {reason && <Notice>{t('changes.returnedFor', { reason })}</Notice>}
      {outside > 0 && <Notice tone="trouble">{t('changes.outside_count', { count: outside })}</Notice>}
      {parts.length === 0 ? (
        <p>{t('changes.nothing')}</p>
      ) : (
        <>
          <p className={classes.legend}>
            <del>{t('changes.gone')}</del> <ins>{t('changes.come')}</ins>
          </p>
          {parts.map((part) => (
            <PartBeside
              key={`${part.kind}/${part.key}`}
              part={part}
              hasMarks={hasMarks}
              before={<DateTime value={submittedBefore} timeZone={timeZone} />}
              after={<DateTime value={submittedAt} timeZone={timeZone} />}
            />
          ))}
        </>
      )}
    </Page>
  );
}

interface PartProps {
  part: Part;
  hasMarks: boolean;
  before: ReactNode;
  after: ReactNode;
}

function PartBeside({ part, hasMarks, before, after }: PartProps) {
  const { t } = useTranslation('review');
  const { t: told } = useTranslation();
  const pieces = compare(part.before, part.after);
  const name = part.name ?? told(`basics.${part.key as 'title'}`);
  const isSame = part.before === part.after;
  return (
    <section className={classes.change} data-outside={(hasMarks && part.remark === null) || undefined}>
      <header className={classes.facts}>
        <h2>{name}</h2>
        {part.remark !== null && <Tag tone="laurel">{t('changes.marked')}</Tag>}
        {isSame && <Tag tone="gold">{t('changes.same')}</Tag>}
        {hasMarks && part.remark === null && <Tag tone="seal">{t('changes.outside')}</Tag>}
      </header>
      {part.remark && <p>{t('changes.remark', { remark: part.remark })}</p>}
      <div className={classes.columns}>
        <div className={classes.part}>
          <h3 className={classes.when}>
            {t('changes.before')} · {before}
          </h3>
          <p className={classes.text}>
            {part.before === '' && t('changes.empty')}
            {pieces.map((piece, index) =>
              piece.in === 'both' ? piece.text : piece.in === 'before' && <del key={index}>{piece.text}</del>,
            )}
          </p>
        </div>
        <div className={classes.part}>
          <h3 className={classes.when}>
            {t('changes.after')} · {after}
          </h3>
          <p className={classes.text}>
            {part.after === '' && t('changes.empty')}
            {pieces.map((piece, index) =>
              piece.in === 'both' ? piece.text : piece.in === 'after' && <ins key={index}>{piece.text}</ins>,
            )}
          </p>
        </div>
      </div>
    </section>
  );
}
