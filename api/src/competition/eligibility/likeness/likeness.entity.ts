import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Entry } from '../../entries/index.ts';

/**
 * That two entries look alike, in both directions. `compareEntries` writes it after the hand-in, because a page cannot
 * wait for all comparisons, nor the last minute of a deadline for any. Without foreign keys, whose locks would make the
 * task and those who decide on the same entries wait for each other.
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

/** An entry that was handed in and not compared since; the trigger `entries_compared` writes it. */
@Entity({ tableName: 'uncompared_entries' })
export class UncomparedEntry {
  @ManyToOne(() => Entry, { ref: true, primary: true, createForeignKeyConstraint: false })
  entry!: Ref<Entry>;
}
