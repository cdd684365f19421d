import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryCard_entryFragmentDoc, type EntryCard_entryFragment } from '../../gql/EntryCard_entry';
import { Cover } from '../../ui/cover/Cover';
import { coverStyle } from '../../ui/cover/cover-style';
import { Seal } from '../../ui/Seal';
import classes from './EntryCard.module.css';

interface Props {
  entry: FragmentType<EntryCard_entryFragment>;
}

export const EntryCard = memo(function EntryCard({ entry }: Props) {
  const { t } = useTranslation('entries');
  const { data, complete } = useFragment({ fragment: EntryCard_entryFragmentDoc, from: entry });
  if (!complete) return null;
  const { id, number, title, category, competition, organization, region } = data;
  return (
    <article className={classes.card}>
      <div className={classes.cover}>
        <Cover seed={id} {...coverStyle(category.key)} />
        <span className={classes.number}>{t('number', { number })}</span>
      </div>
      <div className={classes.words}>
        <p className={classes.category}>
          {category.name}
          {data.isShortlisted && <Seal tone="gold">{t('shortlisted')}</Seal>}
        </p>
        <h2 className={classes.title}>
          <Link to={`/c/${competition.slug}/entries/${number}`}>{title}</Link>
        </h2>
        <p className={classes.who}>
          {organization.name}
          <br />
          {region.name}
        </p>
      </div>
    </article>
  );
});
