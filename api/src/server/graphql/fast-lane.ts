import {
  getVariableValues,
  type GraphQLObjectType,
  type GraphQLUnionType,
  isLeafType,
  isObjectType,
  isUnionType,
  isAbstractType,
  Kind,
  parse,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNullableType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../core/context.ts';
import { mostAliases } from './apollo.ts';
import { hasBadText } from './input-guard.ts';

/** A use case that the lane may call as the mutation of its name would: with the coerced input, answering a class. */
type LaneHandler = (context: Context, input: never) => Promise<object>;

export interface LaneCall {
  /** Runs it; null when it threw, and everything is to be done again by the long way, which says what was wrong. */
  run: (context: Context) => Promise<string | null>;
}

type Source = Record<string, unknown>;
type Read = (source: Source) => unknown;
interface Compiled {
  operation: OperationDefinitionNode;
  key: string;
  handler: LaneHandler;
  argument: string;
  /** How to answer what the use case answers with. */
  answer: Read;
}

/** So many operations are remembered; our pages send one, others' programs perhaps a few. */
const mostKnown = 100;

/**
 * A way around Apollo for one mutation at a time of the few that come by the ten thousand: the document is parsed and
 * validated once, what it selects is turned into functions, and a request is then the use case and one JSON.stringify.
 * It takes only what it can answer to the letter as Apollo would (plain fields of the result, nothing with a resolver,
 * arguments or directives) and leaves everything else, every error included, to Apollo. Measured: see api/bench.
 */
export class FastLane {
  readonly #schema: GraphQLSchema;
  readonly #handlers: ReadonlyMap<string, LaneHandler>;
  readonly #names: readonly string[];
  readonly #known = new LRUCache<string, { compiled: Compiled | null }>({ max: mostKnown });

  constructor(schema: GraphQLSchema, handlers: Record<string, LaneHandler>) {
    this.#schema = schema;
    this.#handlers = new Map(Object.entries(handlers));
    this.#names = Object.keys(handlers);
  }

  /** The call a request body stands for; null when it has to go the long way. */
  enter(body: unknown): LaneCall | null {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
    const { query, variables, operationName, extensions } = body as Record<string, unknown>;
    if (typeof query !== 'string' || query.length > 4_000 || isPersisted(extensions)) return null;
    if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) return null;
    const compiled = this.#compiled(query);
    if (!compiled) return null;
    const { operation, key, handler, argument, answer } = compiled;
    if (operationName !== undefined && operationName !== null && operationName !== operation.name?.value) return null;
    if (hasBadText(variables, 0)) return null;
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables as Source);
    const input = coerced?.[argument];
    if (input === undefined || input === null) return null;
    return {
      async run(context) {
        try {
          const result = await handler(context, input as never);
          return JSON.stringify({ data: { [key]: answer(result as Source) } });
        } catch {
          return null;
        }
      },
    };
  }

  #compiled(query: string): Compiled | null {
    const known = this.#known.get(query);
    if (known) return known.compiled;
    // What cannot be for the lane takes nobody's place.
    if (!this.#names.some((name) => query.includes(name))) return null;
    const compiled = compile(this.#schema, this.#handlers, query);
    this.#known.set(query, { compiled });
    return compiled;
  }
}

/** Clients say there who they are; a persisted query would mean something. */
const isPersisted = (extensions: unknown): boolean =>
  typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions;

function compile(schema: GraphQLSchema, handlers: ReadonlyMap<string, LaneHandler>, query: string): Compiled | null {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: 500 });
  } catch {
    return null;
  }
  if (validate(schema, document).length > 0) return null;
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  const root = schema.getMutationType();
  if (!operation || operations.length > 1 || operation.operation !== 'mutation' || !root) return null;
  const [field, ...others] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0) return null;
  const handler = handlers.get(field.name.value);
  const [argument, ...more] = field.arguments ?? [];
  if (!handler || more.length > 0 || argument?.value.kind !== Kind.VARIABLE) return null;
  if (isUnusual(document) || !field.selectionSet) return null;
  const union = getNullableType(root.getFields()[field.name.value]?.type);
  if (!isUnionType(union)) return null;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const answer = memberReader(schema, fragments, union, field.selectionSet);
  const key = field.alias?.value ?? field.name.value;
  return answer && { operation, key, handler, argument: argument.value.name.value, answer };
}

function memberReader(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  union: GraphQLUnionType,
  selectionSet: SelectionSetNode,
): Read | null {
  const readers = new Map<string, Read>();
  for (const type of union.getTypes()) {
    const read = reader(schema, fragments, type, [selectionSet]);
    if (!read) return null;
    readers.set(type.name, read);
  }
  const byClass = new Map<unknown, Read>();
  return (source) => {
    let read = byClass.get(source.constructor);
    if (!read) {
      const name = union.resolveType?.(source, undefined, undefined as never, union);
      read = typeof name === 'string' ? readers.get(name) : undefined;
      if (!read) throw new Error(`what came is no member of ${union.name}`);
      byClass.set(source.constructor, read);
    }
    return read(source);
  };
}

/** Whether it holds a directive, or more aliases than Apollo lets pass (see apollo.ts). */
function isUnusual(document: DocumentNode): boolean {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Directive: () => void (directives += 1),
    Field: ({ alias }) => void (aliases += alias ? 1 : 0),
  });
  return directives > 0 || aliases > mostAliases;
}

/** A function that reads the selected fields of a type; null where one of them is more than reading a property. */
function reader(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): Read | null {
  const selected = new Map<string, { name: string; inner: SelectionSetNode[] }>();
  // Each fragment is read once, as GraphQL does: spread into one another twice, forty of them would take for ever.
  const spread = new Set<FragmentDefinitionNode>();
  const applies = (condition: string | undefined): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const other = schema.getType(condition);
    return isAbstractType(other) && schema.isSubType(other, type);
  };
  // Breadth does not matter: GraphQL answers in the order of the document, depth first, and so does this.
  const collect = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || spread.has(fragment)) return true;
        spread.add(fragment);
        return !applies(fragment.typeCondition.name.value) || collect(fragment.selectionSet);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return !applies(selection.typeCondition?.name.value) || collect(selection.selectionSet);
      }
      if ((selection.arguments ?? []).length > 0) return false;
      const key = selection.alias?.value ?? selection.name.value;
      const known = selected.get(key);
      const inner = selection.selectionSet ? [selection.selectionSet] : [];
      if (known) known.inner.push(...inner);
      else selected.set(key, { name: selection.name.value, inner });
      return true;
    });
  if (!selectionSets.every(collect)) return null;
  const reads: [key: string, read: Read][] = [];
  for (const [key, { name, inner }] of selected) {
    const read = name === '__typename' ? () => type.name : fieldReader(schema, fragments, type, name, inner);
    if (!read) return null;
    reads.push([key, read]);
  }
  return (source) => {
    const answer: Record<string, unknown> = {};
    for (const [key, read] of reads) answer[key] = read(source);
    return answer;
  };
}

function fieldReader(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: GraphQLObjectType,
  name: string,
  inner: SelectionSetNode[],
): Read | null {
  const field = type.getFields()[name];
  // A resolver would have to be waited for.
  if (!field || field.resolve) return null;
  const of = getNullableType(field.type);
  const isRequired = of !== field.type;
  const read = isObjectType(of) ? reader(schema, fragments, of, inner) : isLeafType(of) ? serializer(of) : null;
  if (!read) return null;
  return (source) => {
    const value = source[name] as Source | null | undefined;
    if (value !== null && value !== undefined) return read(value);
    // Apollo would make an error of it, and say where.
    if (isRequired) throw new Error(`${type.name}.${name} is missing`);
    return null;
  };
}

const serializer =
  (type: GraphQLLeafType): Read =>
  (value) =>
    type.serialize(value);
