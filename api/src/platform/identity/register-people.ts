import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { assertOperator } from '../../core/graphql/operator.ts';
import { User } from './user.entity.ts';

/** Makes accounts for people who will sign in by e-mail code. Operator only; ids by e-mail come back. */
export async function registerPeople(
  context: Context,
  people: { email: string; name: string; rehearsalId?: string }[],
): Promise<Map<string, string>> {
  assertOperator(context);
  const now = context.clock.now();
  return await unitOfWork(context, async (em) => {
    const users = people.map(({ email, name, rehearsalId = null }) =>
      em.create(User, {
        email: email.trim().toLowerCase(),
        name,
        emailVerified: false,
        rehearsalId,
        createdAt: now,
        updatedAt: now,
      }),
    );
    em.persist(users);
    await em.flush();
    return new Map(users.map((user) => [user.email, user.id]));
  });
}
