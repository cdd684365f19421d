import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { User } from '../../platform/identity/index.ts';
import type { EntryContent } from './content.ts';
import { Entry } from './entry.entity.ts';

export enum HandInTiming {
  ON_TIME = 'ON_TIME',
  IN_GRACE = 'IN_GRACE',
  FILES_LATER = 'FILES_LATER',
  CORRECTION = 'CORRECTION',
}
registerEnumType(HandInTiming, {
  name: 'HandInTiming',
  description:
    'ON_TIME: by the deadline. IN_GRACE: after it, within the grace of the competition. FILES_LATER: files that followed to what had been handed in. CORRECTION: what had been returned, by the time given for that.',
});

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
// A revision that nobody handed in came from the operator, and has no window.
@Trigger({
  name: 'entry_revisions_in_time',
  timing: 'before',
  events: ['insert'],
  body: `
    declare
      opened_at timestamptz;
      opens_at timestamptz;
      deadline timestamptz;
      grace int;
      files int;
      timing text;
      status text;
      correction_until timestamptz;
    begin
      if new.submitted_by_id is null then
        return new;
      end if;
      select c.opened_at, s.opens_at, submission_deadline(c.id, e.organization_id), coalesce(r.grace_minutes, 0),
          coalesce(r.files_grace_minutes, 0), e.status, e.correction_until
        into opened_at, opens_at, deadline, grace, files, status, correction_until
        from entries e join competitions c on c.id = e.competition_id
          left join stages s on s.competition_id = c.id and s.kind = 'SUBMISSION'
          left join submission_rules r on r.competition_id = c.id
        where e.id = new.entry_id;
      timing := case
        when status = 'RETURNED' then case when new.submitted_at <= correction_until then 'CORRECTION' end
        when opened_at is null or new.submitted_at < opens_at then null
        when new.submitted_at <= deadline then 'ON_TIME'
        when new.submitted_at <= deadline + make_interval(mins => grace) then 'IN_GRACE'
        when new.submitted_at <= deadline + make_interval(mins => files) and exists (select from entry_revisions o
            where o.entry_id = new.entry_id and o.revision = new.revision - 1
              and o.content - 'revision' - 'attachments' = new.content - 'revision' - 'attachments'
              and new.content -> 'attachments' @> coalesce(o.content -> 'attachments', '[]')
              and jsonb_array_length(new.content -> 'attachments')
                > jsonb_array_length(coalesce(o.content -> 'attachments', '[]'))) then 'FILES_LATER'
      end;
      if timing is distinct from new.timing then
        raise exception 'it is not the time to hand this in' using errcode = 'check_violation';
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
      if tg_op = 'DELETE' and exists (select from entries e join competitions c on c.id = e.competition_id
          where e.id = old.entry_id and c.is_rehearsal) then
        return old;
      end if;
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

  @Enum({ items: () => HandInTiming, default: HandInTiming.ON_TIME })
  timing: Opt<HandInTiming> = HandInTiming.ON_TIME;

  /** Null where the operator brought it in. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  submittedBy?: Ref<User> | null;
}
