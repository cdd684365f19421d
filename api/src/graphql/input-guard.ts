import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit } from 'graphql';
import type { Context } from '../context.ts';
import { message } from '../messages.ts';

/**
 * Strings that PostgreSQL cannot store (NUL) or that are not text at all (a lone surrogate) stop here,
 * whichever field they came by, so that no resolver has to think of them.
 */
export const inputGuard: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, operation, contextValue }) {
        if (operation?.operation === 'subscription') {
          throw new GraphQLError('There are no subscriptions.', {
            extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
          });
        }
        let bad = hasBadText(request.variables, 0);
        visit(document, {
          StringValue: (node) => {
            if (isBadText(node.value)) bad = true;
          },
        });
        if (bad) {
          throw new GraphQLError(message(contextValue.locale, 'refusal.unstorableText'), {
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
          });
        }
      },
    };
  },
};

const isBadText = (text: string) => text.includes('\u0000') || !text.isWellFormed();

function hasBadText(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isBadText(value);
  if (value === null || typeof value !== 'object' || depth > 8) return false;
  return Object.entries(value).some(([key, inner]) => isBadText(key) || hasBadText(inner, depth + 1));
}
