import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, type DocumentNode, type GraphQLSchema, type TypeNode } from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';
import type { Context } from '../../core/context.ts';
import { message } from '../../core/messages.ts';

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

export const costLimit = (schema: GraphQLSchema): ApolloServerPlugin<Context> => {
  const costOf = cachedCosts(schema);
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, contextValue }) {
          const cost = costOf(document, request.operationName ?? '', request.variables ?? {});
          if (cost > mostFields) {
            throw new GraphQLError(message(contextValue.locale, 'refusal.tooMuch', { cost, most: mostFields }), {
              extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
            });
          }
        },
      };
    },
  };
};

/** Other sizes and choices of one operation that are kept; what comes after is worked out each time. */
const mostKept = 64;

/**
 * Walking through an operation costs more than answering a small one, and the pages send the same few again and again.
 * Its cost depends on the numbers and choices among its variables and on nothing else.
 */
function cachedCosts(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, { deciding: string[]; costs: Map<string, number> }>();
  return (document: DocumentNode, operationName: string, variables: Record<string, unknown>): number => {
    let memory = known.get(document);
    if (!memory) known.set(document, (memory = { deciding: decidingVariables(document), costs: new Map() }));
    const key = [operationName, ...memory.deciding.map((name) => String(variables[name]))].join('\n');
    let cost = memory.costs.get(key);
    if (cost === undefined) {
      cost = getComplexity({
        schema,
        query: document,
        ...(operationName && { operationName }),
        variables,
        estimators: [pages, simpleEstimator({ defaultComplexity: 1 })],
      });
      if (memory.costs.size < mostKept) memory.costs.set(key, cost);
    }
    return cost;
  };
}

const isDeciding = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE
    ? isDeciding(type.type)
    : type.kind === Kind.NAMED_TYPE && (type.name.value === 'Int' || type.name.value === 'Boolean');

const decidingVariables = (document: DocumentNode): string[] => [
  ...new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? [])
            .filter(({ type }) => isDeciding(type))
            .map(({ variable }) => variable.name.value)
        : [],
    ),
  ),
];
