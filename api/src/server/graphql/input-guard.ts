import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode } from 'graphql';
import type { Context } from '../../core/context.ts';
import { message } from '../../core/messages.ts';

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
        if (hasBadText(request.variables, 0) || writesBadText(document)) {
          throw new GraphQLError(message(contextValue.locale, 'refusal.unstorableText'), {
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
          });
        }
      },
    };
  },
};

/** Documents are parsed once and come back; so does what was found in them. */
const found = new WeakMap<DocumentNode, boolean>();

function writesBadText(document: DocumentNode): boolean {
  let bad = found.get(document);
  if (bad === undefined) {
    bad = false;
    visit(document, {
      StringValue: (node) => {
        if (isBadText(node.value)) bad = true;
      },
    });
    found.set(document, bad);
  }
  return bad;
}

const isBadText = (text: string) => text.includes('\u0000') || !text.isWellFormed();

/** Whether a text among the values cannot be stored. */
export function hasBadText(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isBadText(value);
  if (value === null || typeof value !== 'object' || depth > 8) return false;
  return Object.entries(value).some(([key, inner]) => isBadText(key) || hasBadText(inner, depth + 1));
}
