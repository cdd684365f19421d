import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar, LocalDateScalar } from '../../core/graphql/scalars.ts';
import { Form } from '../forms/index.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { Team } from '../../people/teams/index.ts';

export enum Language {
  ZH_CN = 'ZH_CN',
  EN = 'EN',
}
registerEnumType(Language, { name: 'Language', description: 'The language a text was written in.' });

@ObjectType({ implements: Node, description: 'Lasting work of an organization; members may edit it at any time.' })
@Entity({ tableName: 'projects' })
@Check({ name: 'projects_title_written', expression: hasText('title') })
@Check({ name: 'projects_version_range', expression: 'version > 0' })
@Check({ name: 'projects_ended_after_start', expression: 'ended_on >= started_on' })
@Check({ name: 'projects_video_url_form', expression: "video_url ~ '^https://[^[:space:]]+$'" })
@Trigger({
  name: 'projects_version_raised',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if new.version is distinct from old.version + 1 and (new.version, new.title_zh, new.title_en, new.summary_zh,
          new.summary_en, new.language, new.region_id, new.team_id, new.started_on, new.ended_on, new.beneficiaries,
          new.video_url) is distinct from (old.version, old.title_zh, old.title_en, old.summary_zh, old.summary_en,
          old.language, old.region_id, old.team_id, old.started_on, old.ended_on, old.beneficiaries, old.video_url) then
        raise exception 'a project is saved on top of the version before' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Project extends Node {
  @Field(() => LocalizedText)
  @Embedded(() => LocalizedText, { prefix: 'title_' })
  title!: LocalizedText;

  @Field(() => LocalizedText)
  @Embedded(() => LocalizedText, { prefix: 'summary_' })
  summary!: LocalizedText;

  @Field(() => Language, { description: 'The language that its sections are written in.' })
  @Enum(() => Language)
  language!: Language;

  @ManyToOne(() => Form, { ref: true, deleteRule: 'restrict' })
  form!: Ref<Form>;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @ManyToOne(() => Team, { ref: true, nullable: true, deleteRule: 'restrict' })
  team?: Ref<Team> | null;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Field(() => LocalDateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  startedOn?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null while it runs.' })
  @Property({ type: 'date', nullable: true })
  endedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it serves.' })
  @Property({ type: 'text', nullable: true })
  beneficiaries?: string | null;

  @Field(() => String, { nullable: true, description: 'Where a film about it can be seen; always https.' })
  @Property({ type: 'text', nullable: true })
  videoUrl?: string | null;

  @Field(() => Int, {
    description: 'Of the basics: title, summary and whatever else is no section. Grows by one with every saved change.',
  })
  @Property({ type: 'integer', default: 1 })
  version: Opt<number> = 1;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When any part of it was last saved.' })
  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
