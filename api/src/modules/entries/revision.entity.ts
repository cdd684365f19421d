import type { Ref } from '@mikro-orm/core';
import { Check, Entity, ManyToOne, PrimaryKey, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { User } from '../identity/index.ts';
import type { EntryContent } from './content.ts';
import { Entry } from './entry.entity.ts';

/** One hand-in of an entry, kept as it was. */
@Entity({ tableName: 'entry_revisions' })
@Check({ name: 'entry_revisions_range', expression: 'revision > 0' })
@Trigger({
  name: 'entry_revisions_told',
  timing: 'before',
  events: ['insert'],
  body: `
    begin
      if new.text <> text_of_entry(new.content) or new.sha256 <> encode(sha256(convert_to(new.text, 'UTF8')), 'hex') then
        raise exception 'text and hash are not those of what is handed in' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'entry_revisions_kept',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      raise exception 'what was handed in is kept' using errcode = 'check_violation';
    end`,
})
export class EntryRevision {
  @ManyToOne(() => Entry, { ref: true, primary: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @PrimaryKey({ type: 'integer' })
  revision!: number;

  @Property({ type: 'jsonb' })
  content!: EntryContent;

  @Property({ type: 'text' })
  text!: string;

  /** In hex. */
  @Property({ type: 'text' })
  sha256!: string;

  @Property({ type: 'timestamptz' })
  submittedAt!: Date;

  /** Nobody: it was brought in by whoever operates the installation. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  submittedBy?: Ref<User> | null;
}
