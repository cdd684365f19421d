import type { Context } from '../../core/context.ts';
import type { Storage } from '../../platform/storage/index.ts';

export function storageOf({ storage }: Context): Storage {
  if (!storage) throw new Error('a context that brings files has to say where they lie');
  return storage;
}
