import {
  execute,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  type GraphQLNamedOutputType,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Viewer } from '../core/context.ts';
import type { Locale } from '../core/locale.ts';
import { schema, type World } from './world.ts';

/** A page and its edges are one step of the way, not three. */
const isPaging = ({ name }: GraphQLNamedOutputType) => /(Connection|Edge)$/.test(name);

/**
 * Every field path from a type, to a depth of objects, no type more than twice on one path: an entry of an organization
 * of an entry is asked for, a third time round tells nothing new.
 */
function allPaths(type: GraphQLNamedOutputType, depth: number, above: readonly string[] = []): string {
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} { ${allPaths(member, depth, above)} }`);
    return ['__typename', ...members].join(' ');
  }
  if (!isObjectType(type)) return '__typename';
  const on = isPaging(type) ? above : [...above, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name];
    const left = isPaging(named) ? depth : depth - 1;
    if (left < 0 || on.filter((name) => name === named.name).length > 1) return [];
    const page = field.args.some(({ name }) => name === 'first') ? `(first: ${on.length > 2 ? 2 : 20})` : '';
    return [`${field.name}${page} { ${allPaths(named, left, on)} }`];
  });
  return ['__typename', ...fields].join(' ');
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const known = new Map<string, SelectionSetNode>();

/** Made once for all who ask: it is some ten thousand fields. */
function selectionOf(type: GraphQLNamedOutputType, depth: number): SelectionSetNode {
  const key = `${type.name}/${depth}`;
  const selection =
    known.get(key) ?? (parse(`{ ${allPaths(type, depth)} }`).definitions[0] as OperationDefinitionNode).selectionSet;
  known.set(key, selection);
  return selection;
}

export interface Walked {
  data: Record<string, unknown>;
  messages: string[];
}

/**
 * Asks for every path behind a root field, such as `entry(competitionSlug: "x", number: 1)`. Without the limits of one
 * request: what they forbid in one could be asked for in ten.
 */
export async function walk(
  world: World,
  viewer: Viewer | null,
  call: string,
  depth: number,
  kind: 'query' | 'mutation' = 'query',
  locale: Locale = 'en',
): Promise<Walked> {
  const root = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) as GraphQLObjectType;
  const field = root.getFields()[/^\w+/.exec(call)?.[0] ?? ''];
  if (!field) throw new Error(`no such field: ${call}`);
  const document = parse(`${kind} { ${call} }`);
  const [operation] = document.definitions as OperationDefinitionNode[];
  const [asked] = (operation?.selectionSet.selections ?? []) as Writable<FieldNode>[];
  const type = getNamedType(field.type);
  if (asked && !isLeafType(type)) asked.selectionSet = selectionOf(type, depth);
  const { data, errors = [] } = await execute({ schema, document, contextValue: world.contextOf(viewer, locale) });
  return {
    data: JSON.parse(JSON.stringify(data ?? {})) as Record<string, unknown>,
    messages: errors.map(({ message }) => message),
  };
}

export interface Leaf {
  path: string;
  key: string;
  value: string;
}

/** Whatever stands in an answer, with where it stands; null is nothing. */
export function leavesOf(value: unknown, path = '', key = '', found: Leaf[] = []): Leaf[] {
  if (value === null || value === undefined) return found;
  if (typeof value !== 'object') {
    found.push({ path, key, value: typeof value === 'string' ? value : JSON.stringify(value) });
    return found;
  }
  for (const [name, inner] of Object.entries(value)) leavesOf(inner, path ? `${path}.${name}` : name, name, found);
  return found;
}

export const rootQueries = (): string[] => Object.keys(schema.getQueryType()?.getFields() ?? {});
