import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../../core/context.ts';
import { makeFormatError } from './format-error.ts';
import { costLimit } from './cost-limit.ts';
import { inputGuard } from './input-guard.ts';

/** In one document. */
export const mostAliases = 15;

/**
 * Limits of one request. Tokens are counted by the parser itself: armor's own counter turns every syntax error into a
 * status of 500. `allowList: []` because by default `__typename` may be aliased without end.
 */
const armor = new ApolloArmor({
  maxTokens: { enabled: false },
  maxDepth: { n: 12, flattenFragments: true },
  maxAliases: { n: mostAliases, allowList: [] },
  maxDirectives: { n: 20 },
  // Counts only page sizes written into the operation, not those in variables; cost-limit.ts counts both.
  costLimit: { enabled: false },
});

export function makeApollo(
  schema: GraphQLSchema,
  logger: Logger,
  plugins: ApolloServerPlugin<Context>[],
): ApolloServer<Context> {
  const protection = armor.protect();
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: 3000 },
    formatError: makeFormatError(logger),
    validationRules: protection.validationRules,
    plugins: [
      ...(protection.plugins as ApolloServerPlugin<Context>[]),
      ApolloServerPluginLandingPageDisabled(),
      // Its hints say nothing here, and it looks at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      inputGuard,
      costLimit(schema),
      ...plugins,
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (m) => logger.warn(m),
      error: (m) => logger.error(m),
    },
  });
}
