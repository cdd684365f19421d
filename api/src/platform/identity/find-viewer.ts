import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../core/context.ts';
import { asLocale, type Locale } from '../../core/locale.ts';

/** A person as the one who acts, for work that goes on after their request; null where the account is gone. */
export async function findViewer(
  em: EntityManager,
  userId: string,
): Promise<{ viewer: Viewer; locale: Locale } | null> {
  const [row] = await em.execute<
    { id: string; email: string; name: string; phone: string | null; locale: string | null }[]
  >(
    `select id, email, name, case when phone_number_verified then phone_number end as phone, locale
     from users where id = ?`,
    [userId],
  );
  if (!row) return null;
  const { locale, ...viewer } = row;
  return { viewer, locale: asLocale(locale) };
}
