import { spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../../core/failure.ts';

/**
 * Who PostgreSQL runs as. Empty for everybody but root: PostgreSQL refuses root, so root lends it another account.
 * `mayRead` adds the one capability that lets that account walk through folders closed to it.
 */
export interface Account {
  uid?: number;
  gid?: number;
  mayRead?: boolean;
}

interface Command {
  file: string;
  args: string[];
  options: SpawnOptions;
}

export function wrapCommand(account: Account, file: string, args: string[]): Command {
  if (account.uid === undefined || account.gid === undefined) return { file, args, options: {} };
  if (!account.mayRead) return { file, args, options: { uid: account.uid, gid: account.gid } };
  return {
    file: 'setpriv',
    args: [
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      '--inh-caps=+dac_read_search',
      '--ambient-caps=+dac_read_search',
      // Without it access(2), by which PostgreSQL looks for its own programs, ignores the capability.
      '--securebits=+no_setuid_fixup',
      file,
      ...args,
    ],
    options: {},
  };
}

/** `program` and the folder above `dataFolder` must be within the account's reach. */
export function chooseAccount(program: string, dataFolder: string): Account {
  if (process.getuid?.() !== 0) return {};
  const plain = ownerOf(dataFolder) ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (!plain) {
    throw new Failure(
      'PostgreSQL does not run as root and there is no user postgres or nobody; start Laurel as an ordinary user.',
    );
  }
  const candidates: Account[] = [plain, { ...plain, mayRead: true }];
  const chosen = candidates.find((account) => reaches(account, program, dirname(dataFolder)));
  if (chosen) return chosen;
  throw new Failure(
    `PostgreSQL does not run as root, and the account lent to it (number ${plain.uid}) may not enter ${dirname(dataFolder)} ` +
      'or the folder of its programs; start Laurel as an ordinary user, or from a folder that others may enter.',
  );
}

/** What is already there decides: a folder begun by an ordinary user stays usable for that user. */
function ownerOf(folder: string): Account | undefined {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}

function accountNamed(name: string): Account | undefined {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

function reaches(account: Account, program: string, folder: string): boolean {
  const { file, args, options } = wrapCommand(account, '/bin/sh', ['-c', 'cd "$1" && test -x "$0"', program, folder]);
  return spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore' } as object).status === 0;
}
