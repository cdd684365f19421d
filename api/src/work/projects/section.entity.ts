import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { User } from '../../platform/identity/index.ts';
import { Project } from './project.entity.ts';

/** What is written in one section of a project; there is no row before the first save. */
@Entity({ tableName: 'project_sections' })
@Check({ name: 'project_sections_version_range', expression: 'version > 0' })
@Trigger({
  name: 'project_sections_version_raised',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if new.version <> old.version + 1 then
        raise exception 'a section is saved on top of the version before' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class ProjectSection {
  @ManyToOne(() => Project, { ref: true, primary: true, deleteRule: 'restrict' })
  project!: Ref<Project>;

  @PrimaryKey({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'integer', default: 1 })
  version: Opt<number> = 1;

  @Property({ type: 'timestamptz' })
  savedAt!: Date;

  /** Null: the operator of the installation brought it in. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  savedBy?: Ref<User> | null;
}

/** Small steps of one person become one; see `joinsKept`. */
@ObjectType({ implements: Node, description: 'A kept version of one part of a project.' })
@Entity({ tableName: 'project_revisions' })
@Unique({ properties: ['project', 'key', 'version'] })
@Index({ properties: ['project', 'savedAt'] })
@Trigger({
  name: 'project_revisions_kept',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if (new.project_id, new.key, new.saved_by_id, new.begun_at) is distinct from
          (old.project_id, old.key, old.saved_by_id, old.begun_at) or new.version <= old.version then
        raise exception 'what somebody wrote is kept' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class ProjectRevision extends Node {
  @ManyToOne(() => Project, { ref: true, deleteRule: 'restrict' })
  project!: Ref<Project>;

  @Field(() => String, { description: 'Of the section, or `basics`.' })
  @Property({ type: 'text' })
  key!: string;

  @Field(() => Int)
  @Property({ type: 'integer' })
  version!: number;

  /** Of the basics: JSON. */
  @Property({ type: 'text' })
  text!: string;

  /** When the first of the saves was made that became this version. */
  @Property({ type: 'timestamptz' })
  begunAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  savedAt!: Date;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  savedBy?: Ref<User> | null;
}

/** That somebody has a project open, and where in it they are. Unlogged: it is true for half a minute. */
@Entity({ tableName: 'project_presences' })
export class ProjectPresence {
  @ManyToOne(() => Project, { ref: true, primary: true, deleteRule: 'cascade' })
  project!: Ref<Project>;

  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'cascade' })
  user!: Ref<User>;

  @Property({ type: 'text', nullable: true })
  key?: string | null;

  @Property({ type: 'timestamptz' })
  seenAt!: Date;
}
