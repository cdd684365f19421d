import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../core/graphql/node.ts';
import { User } from '../user.entity.ts';

/**
 * The account of an address, made if there is none: the person who gets its mail can sign in. To the caller both are
 * the same, so that nobody can find out who has an account.
 */
export async function findOrMakeAccount(em: EntityManager, email: string, now: Date): Promise<User> {
  const address = email.trim().toLowerCase();
  await em.execute(
    `insert into users (id, name, email, email_verified, phone_number_verified, created_at, updated_at)
     values (?, ?, ?, false, false, ?, ?) on conflict (email) do nothing`,
    [newId(), address, address, now, now],
  );
  return await em.findOneOrFail(User, { email: address });
}
