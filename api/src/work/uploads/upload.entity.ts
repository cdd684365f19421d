import type { Opt, Ref } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToOne,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { User } from '../../platform/identity/index.ts';
import { Organization } from '../../people/organizations/index.ts';
import { Project } from '../projects/index.ts';

export enum UploadPurpose {
  PICTURE = 'PICTURE',
  DOCUMENT = 'DOCUMENT',
  ANSWER = 'ANSWER',
}
registerEnumType(UploadPurpose, {
  name: 'UploadPurpose',
  description: 'What a file is for: shown with a project, or the answer to a question of a competition.',
});

export enum UploadState {
  /** An address was given out; bytes may have come or not. */
  AWAITED = 'AWAITED',
  READY = 'READY',
  REFUSED = 'REFUSED',
  REMOVED = 'REMOVED',
}

/** A file that somebody brings: awaited first, then looked through, then ready or refused. What is ready never changes. */
@Entity({ tableName: 'uploads' })
@Index({ properties: ['project', 'state'] })
@Index({ properties: ['uploadedBy', 'createdAt'] })
@Index({
  name: 'uploads_to_sweep',
  expression: "create index uploads_to_sweep on uploads (created_at) where state <> 'READY'",
})
@Unique({ properties: ['key'] })
@Check({ name: 'uploads_name_written', expression: "name <> '' and length(name) <= 125" })
@Check({ name: 'uploads_declared_size_range', expression: 'declared_size > 0 and declared_size <= 31457280' })
@Check({ name: 'uploads_size_range', expression: 'size > 0 and size <= 31457280' })
@Check({
  name: 'uploads_ready_whole',
  expression:
    "state <> 'READY' or (size is not null and type is not null and sha256 is not null and key is not null and ready_at is not null and project_id is not null)",
})
@Check({ name: 'uploads_sha256_form', expression: "sha256 ~ '^[0-9a-f]{64}$'" })
@Check({
  name: 'uploads_picture_measured',
  expression: '(width is null) = (height is null) and (width is null) = (thumbnail_key is null)',
})
@Check({ name: 'uploads_pixels_range', expression: 'width > 0 and height > 0 and width <= 2560 and height <= 2560' })
@Check({ name: 'uploads_refused_with_problem', expression: "state <> 'REFUSED' or problem is not null" })
@Trigger({
  name: 'uploads_sealed',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if old.key is not null and
        (new.key, new.thumbnail_key, new.sha256, new.size, new.type, new.name, new.purpose, new.project_id, new.organization_id)
          is distinct from
        (old.key, old.thumbnail_key, old.sha256, old.size, old.type, old.name, old.purpose, old.project_id, old.organization_id) then
        raise exception 'a file that is ready never changes' using errcode = 'check_violation';
      end if;
      if old.state <> new.state and old.state <> 'AWAITED' and new.state <> 'REMOVED' then
        raise exception 'an upload does not come back from %', old.state using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
@Trigger({
  name: 'uploads_bounded',
  timing: 'before',
  events: ['insert', 'update'],
  body: `
    declare
      alike int;
      bytes bigint;
    begin
      if new.state <> 'READY' or (tg_op = 'UPDATE' and old.state = 'READY') then return new; end if;
      -- In a statement of its own: of two that come to the last place at once, the second then counts the first.
      perform from projects where id = new.project_id for no key update;
      select count(*) filter (where purpose = new.purpose), coalesce(sum(size), 0) into alike, bytes
        from uploads where project_id = new.project_id and state = 'READY';
      if alike >= (case new.purpose when 'PICTURE' then 12 when 'DOCUMENT' then 6 else 24 end) then
        raise exception 'a project holds no more files of this kind' using errcode = 'check_violation';
      end if;
      if bytes + new.size > 157286400 then
        raise exception 'a project holds no more bytes' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Upload extends Node {
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @ManyToOne(() => Project, { ref: true, nullable: true, deleteRule: 'restrict' })
  project?: Ref<Project> | null;

  @Enum(() => UploadPurpose)
  purpose!: UploadPurpose;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'integer' })
  declaredSize!: number;

  @Property({ type: 'text' })
  declaredType!: string;

  @Enum({ items: () => UploadState, default: UploadState.AWAITED })
  state: Opt<UploadState> = UploadState.AWAITED;

  /** Of what is kept, as the type and everything below; a picture is not kept as it came. */
  @Property({ type: 'integer', nullable: true })
  size?: number | null;

  @Property({ type: 'text', nullable: true })
  type?: string | null;

  @Property({ type: 'text', nullable: true })
  sha256?: string | null;

  @Property({ type: 'integer', nullable: true })
  width?: number | null;

  @Property({ type: 'integer', nullable: true })
  height?: number | null;

  @Property({ type: 'text', nullable: true })
  key?: string | null;

  @Property({ type: 'text', nullable: true })
  thumbnailKey?: string | null;

  @Property({ type: 'smallint', default: 0 })
  ordinal: Opt<number> = 0;

  @Embedded(() => LocalizedText, { prefix: 'caption_' })
  caption!: LocalizedText;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  uploadedBy?: Ref<User> | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  readyAt?: Date | null;

  /** Why it was refused. */
  @Property({ type: 'text', nullable: true })
  problem?: string | null;
}
