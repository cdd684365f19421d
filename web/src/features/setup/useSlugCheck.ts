import { useQuery } from '@apollo/client/react';
import { slug as slugForm } from '@laurel/schema/setup';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { SlugIsFreeDocument } from '../../gql/SlugIsFree';

/** While an address is being written: whether it could be one, and whether it is free. `own` is the one it has. */
export function useSlugCheck(slug: string, own = ''): { error: string | undefined; free: string | undefined } {
  const { t } = useTranslation('setup');
  const [asked] = useDebouncedValue(slug, 300);
  const isOne = slugForm.safeParse(slug).success;
  const { data } = useQuery(SlugIsFreeDocument, {
    variables: { slug: asked },
    skip: !isOne || asked === own || asked !== slug,
    fetchPolicy: 'network-only',
    context: { staysOnPage: true },
  });
  if (slug === '' || slug === own) return { error: undefined, free: undefined };
  if (!isOne) return { error: t('slug.form'), free: undefined };
  if (asked !== slug || !data?.viewer) return { error: undefined, free: undefined };
  return data.viewer.isSlugFree
    ? { error: undefined, free: t('slug.free') }
    : { error: t('slug.taken'), free: undefined };
}
