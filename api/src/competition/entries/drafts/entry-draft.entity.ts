import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { Category, Competition } from '../../competitions/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Project } from '../../../work/projects/index.ts';

/** What a project is to enter a competition with, beside itself; before it is handed in. */
@ObjectType({ description: 'Answers to a competition, written and not handed in.' })
@Entity({ tableName: 'entry_drafts' })
@Check({ name: 'entry_drafts_version_range', expression: 'version > 0' })
@Trigger({
  name: 'entry_drafts_version_raised',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if new.version <> old.version + 1 then
        raise exception 'answers are saved on top of the version before' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class EntryDraft {
  @ManyToOne(() => Project, { ref: true, primary: true, deleteRule: 'restrict' })
  project!: Ref<Project>;

  @Index()
  @ManyToOne(() => Competition, { ref: true, primary: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Index()
  @ManyToOne(() => Category, { ref: true, nullable: true, deleteRule: 'restrict' })
  category?: Ref<Category> | null;

  /** By the keys of the questions. */
  @Property({ type: 'jsonb', default: '{}' })
  answers: Opt<Record<string, string>> = {};

  @Field(() => Int, { description: 'Grows by one with every saved change; send it back to save.' })
  @Property({ type: 'integer', default: 1 })
  version: Opt<number> = 1;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  savedAt!: Date;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  savedBy?: Ref<User> | null;
}
