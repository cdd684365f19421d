import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { Node } from '../../../core/graphql/node.ts';
import { Upload } from '../../../work/uploads/index.ts';
import { Entry } from '../entry.entity.ts';

/** A file as it was handed in with one revision of an entry. Rows are only ever added, and keep their files from being erased. */
@Entity({ tableName: 'entry_attachments' })
@Unique({ properties: ['entry', 'revision', 'ordinal'] })
@Check({ name: 'entry_attachments_revision_range', expression: 'revision > 0' })
@Trigger({
  name: 'entry_attachments_frozen',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    begin
      if tg_op = 'UPDATE' then
        raise exception 'what was handed in stands' using errcode = 'check_violation';
      end if;
      if not exists (select from uploads u join entries e on e.project_id = u.project_id
          where u.id = new.upload_id and e.id = new.entry_id and u.state = 'READY') then
        raise exception 'only files of its project that are ready go with an entry' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class EntryAttachment extends Node {
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Property({ type: 'integer' })
  revision!: number;

  @Index()
  @ManyToOne(() => Upload, { ref: true, deleteRule: 'restrict' })
  upload!: Ref<Upload>;

  @Property({ type: 'smallint' })
  ordinal!: number;

  /** The key of the question that the file answers; such files are not public. */
  @Property({ type: 'text', nullable: true })
  question?: string | null;

  @Embedded(() => LocalizedText, { prefix: 'caption_' })
  caption!: LocalizedText;
}
