import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { knownAs } from '../../features/identity/known-as';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';

/** Everybody else is told, in a friendly way, whose page this is. */
export function OrganizersOnly({ children }: { children: (slug: string) => ReactNode }) {
  const { t } = useTranslation('organizing');
  const { slug = '' } = useParams();
  return (
    <SignedInOnly>
      {(viewer) => {
        if (viewer.organizes.some((competition) => competition.slug === slug)) return children(slug);
        return (
          <Page title={t('refused.title')} heading="hidden">
            <EmptyState title={t('refused.title')} text={t('refused.text', { email: knownAs(viewer) })}>
              <ButtonLink to={`/c/${slug}`}>{t('refused.toCompetition')}</ButtonLink>
              <ButtonLink to="/" variant="subtle">
                {t('refused.home')}
              </ButtonLink>
            </EmptyState>
          </Page>
        );
      }}
    </SignedInOnly>
  );
}
