import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from '../database/migrations/index.ts';
import { openOrm } from '../database/mikro-orm.config.ts';
import { startThrowawayPostgres } from '../database/throwaway.ts';

/**
 * `npm run migration -w api -- what-it-does`: writes the statements that lead from the committed migrations to the
 * entities as they are now. Read them like code before committing.
 */
const title = process.argv[2] ?? '';
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(title)) {
  console.error('Name the migration for what it does, in lower case: npm run migration -w api -- add-team-motto');
  process.exit(2);
}

const postgres = await startThrowawayPostgres();
try {
  const orm = await openOrm(postgres.url);
  try {
    await orm.migrator.up();
    const { up, down } = await orm.schema.getUpdateSchemaMigrationSQL({ wrap: false, safe: false });
    if (statements(up).length === 0) {
      console.error('The migrations already lead to the entities; nothing to write.');
      process.exitCode = 1;
    } else {
      const number = String(migrations.length + 1).padStart(4, '0');
      const folder = join(import.meta.dirname, '../database/migrations');
      await writeFile(join(folder, `${number}-${title}.ts`), source(statements(up), statements(down)));
      const indexPath = join(folder, 'index.ts');
      const index = await readFile(indexPath, 'utf8');
      await writeFile(
        indexPath,
        index
          .replace(
            /(import \{ sql as m\d+ \}[^\n]+\n)(?!import)/,
            `$1import { sql as m${number} } from './${number}-${title}.ts';\n`,
          )
          .replace(
            /(migrations: MigrationObject\[\] = \[)([\s\S]*?),?\n?\];/,
            `$1$2,\n  migration('${number}-${title}', m${number}),\n];`,
          ),
      );
      console.log(`wrote api/src/database/migrations/${number}-${title}.ts; format and read it before you commit`);
    }
  } finally {
    await orm.close();
  }
} finally {
  await postgres.stop();
}

/** Splits the generator's output; a function body keeps its own semicolons between the dollar signs. */
function statements(sql: string): string[] {
  const found: string[] = [];
  let rest = '';
  for (const line of sql.split('\n')) {
    rest += `${line}\n`;
    if (line.trimEnd().endsWith(';') && (rest.match(/\$\$/g) ?? []).length % 2 === 0) {
      found.push(rest.trim().replace(/;$/, ''));
      rest = '';
    }
  }
  return found.filter((statement) => statement !== '');
}

function source(up: string[], down: string[]): string {
  const list = (sqls: string[]) => sqls.map((s) => `    ${JSON.stringify(s)},`).join('\n');
  return `import type { MigrationSql } from './migration-sql.ts';\n\nexport const sql: MigrationSql = {\n  up: [\n${list(up)}\n  ],\n  down: [\n${list(down)}\n  ],\n};\n`;
}
