import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Entry } from '../entries/index.ts';

/**
 * That two entries look alike, in both directions. PostgreSQL writes it when an entry is handed in (the trigger
 * `entries_compared`), since comparing all with all takes too long for a page. Without foreign keys: whoever hands in would
 * wait for those who decide on what is alike, and they for the competition. Entries are never deleted.
 */
@Entity({ tableName: 'entry_likenesses' })
@Check({ name: 'entry_likenesses_of_two', expression: 'entry_id <> other_id' })
export class EntryLikeness {
  @ManyToOne(() => Entry, { ref: true, primary: true, createForeignKeyConstraint: false })
  entry!: Ref<Entry>;

  @Index()
  @ManyToOne(() => Entry, { ref: true, primary: true, createForeignKeyConstraint: false })
  other!: Ref<Entry>;

  /** Similarity of trigrams, 0 to 1. */
  @Property({ type: 'real' })
  title!: number;

  /** Similarity of trigrams, 0 to 1. */
  @Property({ type: 'real' })
  text!: number;
}
