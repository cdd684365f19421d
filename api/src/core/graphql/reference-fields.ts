import type { Ref } from '@mikro-orm/core';
import { FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

type ReferencesOf<T> = { [K in keyof T as T[K] extends Ref<infer _> ? K : never]?: () => ClassType };

/** A resolver of the rows that a row refers to, loaded in one batch; only those named here are shown. */
export function referenceFields<T extends object>(type: new () => T, references: ReferencesOf<T>): new () => object {
  class ReferenceFields {
    [name: string]: (row: Record<string, Ref<object>>) => Promise<object>;
  }
  const { prototype } = ReferenceFields;
  for (const [name, shown] of Object.entries<() => ClassType>(references as Record<string, () => ClassType>)) {
    prototype[name] = async (row) => await row[name]!.loadOrFail();
    Root()(prototype, name, 0);
    FieldResolver(shown)(prototype, name, {});
  }
  Resolver(() => type)(ReferenceFields);
  return ReferenceFields;
}
