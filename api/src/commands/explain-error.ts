import { Failure } from '../core/failure.ts';

interface SystemError {
  code?: string;
  address?: string;
  port?: number;
  path?: string;
  message: string;
}

const sentences: Record<string, (error: SystemError) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use; stop what listens there, or choose another with --port.`,
  EADDRNOTAVAIL: ({ address }) => `This machine has no address ${address}; see HOST.`,
  EACCES: ({ port, path }) =>
    port
      ? `Port ${port} is reserved for the administrator; choose one above 1023.`
      : `${path} may not be read or written.`,
  EPERM: ({ path }) => `${path} may not be changed; see who owns it.`,
  EROFS: ({ path }) => `${path} lies on a disk that cannot be written.`,
  ENOSPC: ({ path }) => `The disk${path ? ` that holds ${path}` : ''} is full; free some space and try again.`,
  EDQUOT: ({ path }) => `The disk quota for ${path} is used up; free some space and try again.`,
  // PostgreSQL's own numbers.
  '53100': () => 'The disk of the database is full; free some space and try again.',
  '53300': () => 'The database has no connection left; stop one of the programs that use it.',
  '55P03': () => 'The database is busy with other work; try again when it is done.',
  '57P01': () => 'The database was stopped while it was at work.',
};

/**
 * What a person can do about an error, in one sentence. What we did not foresee keeps its own words; where it
 * happened is shown with LOG_LEVEL=debug only.
 */
export function explainError(error: unknown): Failure {
  for (const cause of causes(error)) {
    if (cause instanceof Failure) return cause;
    // By its name: to import its class is to load the whole ORM.
    if (cause.name === 'NewerDatabaseError') return new Failure(cause.message, 1, { cause });
    const sentence = sentences[(cause as SystemError).code ?? ''];
    if (sentence) return new Failure(sentence(cause), 1, { cause });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(`Unexpected: ${message.split('\n')[0]} (LOG_LEVEL=debug tells where).`, 1, { cause: error });
}

function* causes(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    yield cause;
    if (cause instanceof AggregateError) yield* cause.errors.filter((inner) => inner instanceof Error);
  }
}
