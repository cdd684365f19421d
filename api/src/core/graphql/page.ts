import type { EntityClass } from '@mikro-orm/core';
import { Field, Int, ObjectType, type ClassType, ArgsType } from 'type-graphql';
import { load, type Context } from '../context.ts';
import { badCursor, badPageSize, isId } from './refusals.ts';
import type { Node } from './node.ts';

export const largestPage = 100;

export function checkPageSize(context: Context, first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > largestPage) throw badPageSize(context);
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'At most 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor?: string | null;

  @Field(() => String, { nullable: true })
  endCursor?: string | null;
}

export interface Page<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  count: () => Promise<number>;
}

/** An empty page without a query, for a viewer who may not see the list. */
export const emptyPage = <T>(): Page<T> => ({
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false },
  count: () => Promise.resolve(0),
});

/** Makes the connection and edge types of a node; `totalCount` is counted only when asked for. */
export function connectionOf<T extends object>(node: () => ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(() => node())
    node!: T;
  }
  @ObjectType(`${name}Connection`)
  class Connection implements Page<T> {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}

/** What a list is drawn from, in SQL: written once per list, with `?` for parameters. */
export interface PageSource<T extends Node> {
  entity: EntityClass<T>;
  /** Names the list and everything it depends on besides the parent and the page: it is the key of the batch. */
  name: string;
  /** `entries e join …`; the listed row must be the first alias. */
  from: string;
  alias: string;
  /** Column that holds the parent's id, for lists inside another object. */
  parent?: string;
  where?: { sql: string; params?: unknown[] }[];
  /** One expression; the id is always the last word, so that an order is total. */
  order: { sql: string; params?: unknown[]; type: 'text' | 'timestamptz' | 'integer' | 'date'; descending?: boolean };
}

// The parent of lists that have none.
const root = '00000000-0000-0000-0000-000000000000';
const encode = (values: [string, string]) => Buffer.from(JSON.stringify(values)).toString('base64');

function decode(context: Context, cursor: string): [string, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isId(String(value[1]))) {
      return [value[0], String(value[1])];
    }
  } catch {
    // falls through to the refusal below
  }
  throw badCursor(context);
}

/**
 * One page of a list. The same list under many parents (the teams of twenty organizations) costs the same two
 * statements as under one: a lateral join takes the first rows of each.
 */
export async function pageOf<T extends Node>(
  context: Context,
  source: PageSource<T>,
  args: { first: number; after?: string | null },
  parentId: string = root,
): Promise<Page<T>> {
  checkPageSize(context, args.first);
  const after = args.after ? decode(context, args.after) : null;
  const name = `${source.name}/${args.first}/${args.after ?? ''}`;
  const rows = await load(
    context,
    name,
    parentId,
    (parents) => readPages(context, source, args.first, after, parents),
    [],
  );
  const edges = rows.slice(0, args.first).map(({ node, sort }) => ({ cursor: encode([sort, node.id]), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > args.first,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => load(context, `${source.name}/count`, parentId, (parents) => countRows(context, source, parents), 0),
  };
}

type Sorted<T> = { node: T; sort: string };

async function readPages<T extends Node>(
  context: Context,
  { entity, from, alias, parent, where = [], order }: PageSource<T>,
  first: number,
  after: [string, string] | null,
  parents: readonly string[],
): Promise<Map<string, Sorted<T>[]>> {
  const conditions = [...(parent ? [{ sql: `${parent} = p.id` }] : []), ...where] as {
    sql: string;
    params?: unknown[];
  }[];
  const orderParams = order.params ?? [];
  const direction = order.descending ? 'desc' : 'asc';
  if (after) {
    const compare = order.descending ? '<' : '>';
    conditions.push({
      sql: `(${order.sql}, ${alias}.id) ${compare} (?::${order.type}, ?::uuid)`,
      params: [...orderParams, ...after],
    });
  }
  const found = await context.em.execute<{ parent: string; id: string; sort: string }[]>(
    `select p.id as parent, c.id, c.sort from unnest(?::uuid[]) as p(id) cross join lateral (
       select ${alias}.id, (${order.sql})::text as sort, row_number() over (order by ${order.sql} ${direction}, ${alias}.id ${direction}) as place
       from ${from}${conditions.length > 0 ? ` where ${conditions.map((c) => c.sql).join(' and ')}` : ''}
       order by ${order.sql} ${direction}, ${alias}.id ${direction} limit ?) c order by c.place`,
    [
      `{${parents.join(',')}}`,
      ...orderParams,
      ...orderParams,
      ...conditions.flatMap((c) => c.params ?? []),
      ...orderParams,
      first + 1,
    ],
  );
  const nodes =
    found.length > 0 ? await context.em.find(entity, { id: { $in: found.map((r) => r.id) } } as object) : [];
  const byId = new Map(nodes.map((node) => [(node as Node).id, node as T]));
  const pages = new Map<string, Sorted<T>[]>();
  for (const row of found) {
    const node = byId.get(row.id);
    if (node) pages.set(row.parent, [...(pages.get(row.parent) ?? []), { node, sort: row.sort }]);
  }
  return pages;
}

async function countRows<T extends Node>(
  context: Context,
  { from, parent, where = [] }: PageSource<T>,
  parents: readonly string[],
): Promise<Map<string, number>> {
  const conditions = [
    ...(parent ? [{ sql: `${parent} = any(?::uuid[])`, params: [`{${parents.join(',')}}`] }] : []),
    ...where,
  ];
  const rows = await context.em.execute<{ parent: string; count: number }[]>(
    `select ${parent ?? `'${root}'`} as parent, count(*)::int as count from ${from}${
      conditions.length > 0 ? ` where ${conditions.map((c) => c.sql).join(' and ')}` : ''
    } group by 1`,
    conditions.flatMap((c: { params?: unknown[] }) => c.params ?? []),
  );
  return new Map(rows.map((row) => [row.parent, row.count]));
}
