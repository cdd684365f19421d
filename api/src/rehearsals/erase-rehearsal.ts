import type { EntityManager } from '@mikro-orm/postgresql';

/** That a column holds the key of a row of another table. */
interface Edge {
  child: string;
  column: string;
  parent: string;
  key: string;
}

const root = 'competitions';
/** Where no foreign key says so: tables of votes do without, for their speed. */
const byName: Record<string, string> = {
  competition_id: root,
  rehearsal_id: root,
  entry_id: 'entries',
  other_id: 'entries',
  user_id: 'users',
};

/**
 * Erases a rehearsal with every row that belongs to it, whatever table it is in: along the foreign keys, and along
 * columns that are called like one. PostgreSQL lets go of what is otherwise kept for ever, because it is a rehearsal's.
 * Returns how many rows went.
 */
export async function eraseRehearsal(em: EntityManager, competitionId: string): Promise<number> {
  const edges = await readEdges(em);
  const order = parentsFirst(edges);
  const withId = await tablesWithId(em);
  const keys = new Map<string, readonly string[]>([[key(root, 'id'), [competitionId]]]);
  const conditions = new Map<string, { sql: string; params: string[] }>();
  for (const table of order) {
    const into = edges.filter((edge) => edge.child === table);
    const found = into.flatMap((edge) => {
      const ids = keys.get(key(edge.parent, edge.key)) ?? [];
      return ids.length > 0 ? [{ sql: `${edge.column} = any(?::uuid[])`, param: `{${ids.join(',')}}` }] : [];
    });
    if (table !== root && found.length === 0) continue;
    const where =
      table === root
        ? { sql: 'id = ? and is_rehearsal', params: [competitionId] }
        : { sql: found.map(({ sql }) => sql).join(' or '), params: found.map(({ param }) => param) };
    conditions.set(table, where);
    const pointedAt = edges.filter((edge) => edge.parent === table).map((edge) => edge.key);
    for (const name of table === root ? [] : new Set([...pointedAt, ...(withId.has(table) ? ['id'] : [])])) {
      const rows = await em.execute<{ value: string }[]>(
        `select distinct ${name} as value from ${table} where ${where.sql}`,
        where.params,
      );
      keys.set(
        key(table, name),
        rows.map(({ value }) => value),
      );
    }
  }
  // Scores of what is going need no new revision: its row would be written again after it had gone.
  await em.execute(
    "select set_config('laurel.revised', string_agg(id::text, ''), true) from stages where competition_id = ?",
    [competitionId],
  );
  const acts = `{${[...keys.values()].flat().join(',')}}`;
  let erased = (await rowsOf(em, 'delete from audit_events where subject_id = any(?::uuid[]) returning 1', [acts]))
    .length;
  for (const table of order.toReversed()) {
    const where = conditions.get(table);
    if (where) erased += (await rowsOf(em, `delete from ${table} where ${where.sql} returning 1`, where.params)).length;
  }
  return erased;
}

const key = (table: string, column: string) => `${table}.${column}`;

const rowsOf = async (em: EntityManager, sql: string, params: unknown[]): Promise<unknown[]> =>
  await em.execute<unknown[]>(sql, params);

async function readEdges(em: EntityManager): Promise<Edge[]> {
  const declared = await em.execute<Edge[]>(
    `select k.relname as child, a.attname as column, p.relname as parent, f.attname as key from pg_constraint c
     join pg_class k on k.oid = c.conrelid join pg_class p on p.oid = c.confrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
     where c.contype = 'f' and cardinality(c.conkey) = 1 and not k.relispartition
       and c.connamespace = current_schema()::regnamespace`,
  );
  const named = await em.execute<{ child: string; column: string }[]>(
    `select k.relname as child, a.attname as column from pg_attribute a join pg_class k on k.oid = a.attrelid
     where a.attname = any(?::text[]) and k.relkind in ('r', 'p') and not k.relispartition and not a.attisdropped
       and k.relnamespace = current_schema()::regnamespace`,
    [`{${Object.keys(byName).join(',')}}`],
  );
  const isDeclared = (child: string, column: string) =>
    declared.some((edge) => edge.child === child && edge.column === column);
  const told = named
    .filter(({ child, column }) => !isDeclared(child, column))
    .map((edge) => ({ ...edge, parent: byName[edge.column] ?? root, key: 'id' }));
  // What the competition itself points at is not its own: its host, its region, what it rehearses.
  return [...declared, ...told].filter(({ child, parent }) => child !== root && child !== parent);
}

/** Acts are recorded by the id of what they were done to. */
async function tablesWithId(em: EntityManager): Promise<Set<string>> {
  const rows = await em.execute<{ name: string }[]>(
    `select k.relname as name from pg_attribute a join pg_class k on k.oid = a.attrelid
     where a.attname = 'id' and a.atttypid = 'uuid'::regtype and k.relnamespace = current_schema()::regnamespace`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** The tables that can be reached from competitions, each after all that it hangs on. Throws where they go in circles. */
export function parentsFirst(edges: readonly Edge[]): string[] {
  const reached = new Set([root]);
  let before = 0;
  while (before < reached.size) {
    before = reached.size;
    for (const { child, parent } of edges) if (reached.has(parent)) reached.add(child);
  }
  const order: string[] = [];
  const left = new Set(reached);
  while (left.size > 0) {
    const next = [...left].filter((table) => !edges.some(({ child, parent }) => child === table && left.has(parent)));
    if (next.length === 0) throw new Error(`tables hang on each other in circles: ${[...left].join(', ')}`);
    for (const table of next.toSorted()) {
      order.push(table);
      left.delete(table);
    }
  }
  return order;
}
