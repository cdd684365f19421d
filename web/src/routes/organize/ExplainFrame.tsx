import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../../ui/Page';
import { Tag } from '../../ui/Tag';

const judging = ['REVIEW', 'PAPERS', 'FINAL'] as const;
type JudgingKind = (typeof judging)[number];

/** The judging stage in an address, such as "review"; null for none that there could be. */
export function useJudgingStage(): JudgingKind | null {
  const { stage = '' } = useParams();
  return judging.find((kind) => kind.toLowerCase() === stage) ?? null;
}

interface Props {
  competition: { slug: string; name: string; isDemonstration: boolean };
  view: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** A page that explains a ranking, and the way back to it. */
export function ExplainFrame({ competition: { slug, name, isDemonstration }, view, title, lead, children }: Props) {
  const { t } = useTranslation('explain');
  return (
    <Page
      title={title}
      eyebrow={
        <>
          <Link to={`/organize/${slug}`}>{name}</Link> ·{' '}
          <Link to={`/organize/${slug}?view=${view}#ranking`}>{t('back')}</Link>{' '}
          {isDemonstration && <Tag tone="gold">{t('demonstration')}</Tag>}
        </>
      }
      lead={lead}
    >
      {children}
    </Page>
  );
}
