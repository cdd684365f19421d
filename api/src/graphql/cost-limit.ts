import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';
import type { Context } from '../context.ts';
import { message } from '../messages.ts';

/** The most fields one answer may hold; the largest page of ours asks for about a third of it. */
const mostFields = 15_000;

/**
 * A page of `first` rows costs `first` times what a row costs, at any depth, whether the number stands in the
 * operation, comes in a variable, or is the default. A list that a row has by nature (criteria, marks) counts once.
 */
const pages: ComplexityEstimator = ({ args, childComplexity }) =>
  typeof args.first === 'number'
    ? 1 + Math.min(Math.max(args.first, 1), 1_000) * Math.max(childComplexity, 1)
    : undefined;

export const costLimit = (schema: GraphQLSchema): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document, contextValue }) {
        const cost = getComplexity({
          schema,
          query: document,
          ...(request.operationName && { operationName: request.operationName }),
          variables: request.variables ?? {},
          estimators: [pages, simpleEstimator({ defaultComplexity: 1 })],
        });
        if (cost > mostFields) {
          throw new GraphQLError(message(contextValue.locale, 'refusal.tooMuch', { cost, most: mostFields }), {
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
          });
        }
      },
    };
  },
});
