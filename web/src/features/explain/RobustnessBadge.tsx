import { useQuery } from '@apollo/client/react';
import { IconAnchor, IconRipple } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RobustnessBadgeDocument, type StageKind } from '../../gql/RobustnessBadge';
import { Columns } from '../../ui/layout/Columns';
import classes from './RobustnessBadge.module.css';
import { shakyLines, viewOf } from './robustness';
import { useLineWords } from './useLineWords';

interface Props {
  slug: string;
  stage: StageKind | null;
  categoryKey: string | null;
  /** The stage by name, where the ranking beside it is made of more than this stage. */
  behind?: string | undefined;
  /** Where all ways are told. */
  to: string;
}

/** How firmly the ranking stands, in a sentence or two; nothing while there is nothing to say. */
export function RobustnessBadge({ slug, stage, categoryKey, behind, to }: Props) {
  const { t } = useTranslation('explain');
  const words = useLineWords();
  const { data, previousData } = useQuery(RobustnessBadgeDocument, {
    variables: { slug, stage },
    fetchPolicy: 'no-cache',
    pollInterval: 30_000,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  });
  const view = viewOf((data ?? previousData)?.competition?.robustness ?? [], categoryKey);
  if (!view) return null;
  const lines = view.lines.filter(({ ways }) => ways > 0);
  const [shaky] = shakyLines(lines);
  const said = shaky ?? lines[0];
  const Icon = shaky ? IconRipple : IconAnchor;
  return (
    <Columns
      as="p"
      from="always"
      sizes="max-content minmax(0, 1fr)"
      gap={3}
      className={classes.badge}
      data-shaky={shaky !== undefined || undefined}
      data-robustness
    >
      <Icon size={22} aria-hidden="true" />
      <span>
        {behind && `${t('robustness.behind', { stage: behind })} `}
        {view.category && <b>{view.category.name}: </b>}
        {said ? words.stands(said) : t('robustness.noLines')} {shaky && words.depends(shaky)}{' '}
        <Link to={to}>{t('robustness.more')}</Link>
      </span>
    </Columns>
  );
}
