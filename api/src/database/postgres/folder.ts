import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../core/failure.ts';
import type { Account } from './account.ts';
import { isAlive } from './postmaster.ts';
import { explain } from './explain.ts';
import { run } from './programs.ts';

const MAJOR_VERSION = '18';
export const SUPERUSER = 'laurel';

/**
 * Sorting and case by PostgreSQL's own C.UTF-8 rather than by ICU or the system: the same on every machine, and no
 * upgrade of a library can silently break an index. Sorting for readers names its collation ("zh-x-icu").
 * LC_CTYPE alone comes from the system, since pg_trgm asks it what a letter is: under C it finds no Chinese ones.
 */
const letters = { darwin: 'en_US.UTF-8', win32: 'C' }[process.platform as string] ?? 'C.UTF-8';
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${letters}`];

/**
 * Makes the data folder beside its place and then moves it there, so that a folder of that name is always a whole
 * one, and of two commands that begin at once the later finds the earlier one's.
 */
export async function createFolder(initdb: string, folder: string, password: string, account: Account, sync: boolean) {
  sweepUnfinished(folder);
  const own = (path: string) =>
    account.uid !== undefined && account.gid !== undefined && chownSync(path, account.uid, account.gid);
  const unfinished = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${unfinished}.password`;
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    own(unfinished);
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    own(passwordFile);
    const { code, output } = await run(
      initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--text-search-config=simple',
        ...locale,
        ...(sync ? [] : ['--no-sync']),
      ],
      account,
    );
    if (code !== 0) throw explain(output, folder, 'PostgreSQL could not make its folder');
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // The other command was first; its folder is as good as ours.
    if (isTaken(error) && existsSync(join(folder, 'PG_VERSION'))) return;
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Refuses a folder that another major version of PostgreSQL wrote. */
export function checkVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new Failure(
    `${folder} was written by PostgreSQL ${version}, and this Laurel brings PostgreSQL ${MAJOR_VERSION}; ` +
      'use the Laurel that wrote it, or name another folder with LAUREL_DATA.',
  );
}

/** What a killed command left half made. */
function sweepUnfinished(folder: string): void {
  const prefix = `${basename(folder)}.new-`;
  for (const name of readdirSync(dirname(folder)).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!isAlive(pid)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

const isTaken = (error: unknown) =>
  ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
