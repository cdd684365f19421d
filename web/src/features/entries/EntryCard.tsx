import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryCard_entryFragmentDoc, type EntryCard_entryFragment } from '../../gql/EntryCard_entry';
import { Cover } from '../../ui/cover/Cover';
import { coverStyle } from '../../ui/cover/cover-style';
import { Row } from '../../ui/layout/Row';
import { Seal } from '../../ui/Seal';
import classes from './EntryCard.module.css';

export interface EntryFacts {
  id: string;
  number: number;
  title: string;
  categoryId: string;
}

interface Props {
  entry: FragmentType<EntryCard_entryFragment>;
  /** Something to do about it without opening it; the card is then a row on a phone. */
  actionOf?: ((entry: EntryFacts) => ReactNode) | undefined;
}

export const EntryCard = memo(function EntryCard({ entry, actionOf }: Props) {
  const { t } = useTranslation('entries');
  const { data, complete } = useFragment({ fragment: EntryCard_entryFragmentDoc, from: entry });
  if (!complete) return null;
  const { id, number, title, category, competition, organization, region, cover } = data;
  return (
    <article className={classes.card} data-with-action={actionOf ? true : undefined}>
      <div className={classes.cover}>
        {cover?.thumbnailUrl ? (
          <img
            className={classes.picture}
            src={cover.thumbnailUrl}
            alt=""
            width={cover.width ?? undefined}
            height={cover.height ?? undefined}
            loading="lazy"
            decoding="async"
          />
        ) : (
          <Cover seed={id} {...coverStyle(category.key)} />
        )}
        <span className={classes.number}>{t('number', { number })}</span>
      </div>
      <div className={classes.words}>
        <Row as="p" gap={2} justify="between" nowrap className={classes.category}>
          {category.name}
          {data.isShortlisted && <Seal tone="gold">{t('shortlisted')}</Seal>}
        </Row>
        <h2 className={classes.title}>
          <Link to={`/c/${competition.slug}/entries/${number}`}>{title}</Link>
        </h2>
        {organization && region && (
          <p className={classes.who}>
            {organization.name}
            <br />
            {region.name}
          </p>
        )}
      </div>
      {actionOf && <div className={classes.action}>{actionOf({ id, number, title, categoryId: category.id })}</div>}
    </article>
  );
});
