import { Failure } from '../../core/failure.ts';

const reasons: [RegExp, (folder: string) => string][] = [
  [
    /No space left on device|Check free disk space/,
    (folder) => `The disk that holds ${folder} is full; free some space and try again.`,
  ],
  [
    /error while loading shared libraries|cannot open shared object/,
    () => 'PostgreSQL lacks some of its libraries, which npm links when it installs; run npm rebuild.',
  ],
  [
    /database files are incompatible|was initialized by PostgreSQL version/,
    (folder) => `${folder} was written by another version of PostgreSQL; name another folder with LAUREL_DATA.`,
  ],
  [/Cannot allocate memory/, () => 'There is not enough free memory to start PostgreSQL, which asks for 256 MB.'],
  [/Permission denied/, (folder) => `PostgreSQL may not read or write in ${folder}; see who owns it.`],
];

/** Turns what PostgreSQL said when it failed into one sentence. */
export function explain(output: string, folder: string, what: string): Failure {
  const reason = reasons.find(([pattern]) => pattern.test(output));
  if (reason) return new Failure(reason[1](folder));
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|ERROR|error:/.test(line));
  const last = (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? 'it did not say why').replace(
    /^.*?(FATAL|PANIC|ERROR|error): */,
    '',
  );
  return new Failure(`${what} in ${folder}: ${last.trim()}`);
}
