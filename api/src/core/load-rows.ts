import type { EntityClass, FindOptions } from '@mikro-orm/core';
import { load, type Context } from './context.ts';

type Parent<T> = keyof T & string;
interface Options<T> extends Pick<FindOptions<T>, 'orderBy' | 'strategy'> {
  populate?: readonly string[];
  /** Beside the parent. */
  where?: object;
}

/** Rows by their ids, in one statement. */
export async function findById<T extends { id: string }>(
  { em }: Pick<Context, 'em'>,
  entity: EntityClass<T>,
  ids: Iterable<string>,
): Promise<Map<string, T>> {
  const rows = await em.find<T>(entity, { id: { $in: [...ids] } } as never);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Each reader made here has a batch of its own. */
let readers = 0;

async function findBy<T extends object>(
  { em }: Context,
  entity: EntityClass<T>,
  parent: Parent<T>,
  ids: readonly string[],
  { where, ...options }: Options<T>,
): Promise<T[]> {
  return await em.find<T>(entity, { [parent]: { $in: [...ids] }, ...where } as never, options as object);
}

const idOf = <T>(row: T, parent: keyof T): string => (row[parent] as { id: string }).id;

/** Makes a reader of the rows that refer to a parent; it reads those of many parents in one statement. */
export function rowsBy<T extends object>(entity: EntityClass<T>, parent: Parent<T>, options: Options<T> = {}) {
  const name = `rows of ${entity.name}, reader ${(readers += 1)}`;
  return async (context: Context, parentId: string): Promise<T[]> =>
    await load<T[]>(
      context,
      name,
      parentId,
      async (ids) => Map.groupBy(await findBy(context, entity, parent, ids, options), (row) => idOf(row, parent)),
      [],
    );
}

/** The same where each parent has one such row at most. */
export function rowBy<T extends object>(entity: EntityClass<T>, parent: Parent<T>, options: Options<T> = {}) {
  const rowsOf = rowsBy(entity, parent, options);
  return async (context: Context, parentId: string): Promise<T | null> => (await rowsOf(context, parentId))[0] ?? null;
}

/**
 * The rows that a statement selects for a key, which each of them has as its `id`. The keys asked for together are the
 * first parameter of the statement, a `?::uuid[]`.
 */
export async function selectRows<R>(
  context: Context,
  name: string,
  key: string,
  statement: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  return await load<(R & { id: string })[]>(
    context,
    name,
    key,
    async (keys) => {
      const rows = await context.em.execute<(R & { id: string })[]>(statement, [`{${keys.join(',')}}`, ...params]);
      return Map.groupBy(rows, ({ id }) => id);
    },
    [],
  );
}

export const isSelected = async (...selection: Parameters<typeof selectRows>): Promise<boolean> =>
  (await selectRows(...selection)).length > 0;
