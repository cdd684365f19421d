import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  CategoryTiles_competitionFragmentDoc,
  type CategoryTiles_competitionFragment,
} from '../../gql/CategoryTiles_competition';
import { Cover } from '../../ui/cover/Cover';
import { coverStyle } from '../../ui/cover/cover-style';
import classes from './CategoryTiles.module.css';

interface Props {
  competition: FragmentType<CategoryTiles_competitionFragment>;
}

export function CategoryTiles({ competition }: Props) {
  const { t } = useTranslation('competitions');
  const { data, complete } = useFragment({ fragment: CategoryTiles_competitionFragmentDoc, from: competition });
  if (!complete) return null;
  return (
    <ul className={classes.tiles}>
      {data.categories.map(({ id, key, name, entryCount }) => (
        <li key={id}>
          <Link className={classes.tile} to={`/c/${data.slug}/entries?category=${encodeURIComponent(key)}`}>
            <span className={classes.cover}>
              <Cover seed={key} {...coverStyle(key)} />
            </span>
            <span className={classes.name}>{name}</span>
            <span className={classes.count}>{t('entryCount', { count: entryCount })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
