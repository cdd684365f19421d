import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../graphql/localized-text.ts';
import { Node } from '../../graphql/node.ts';
import { DateTimeScalar, LocalDateScalar } from '../../graphql/scalars.ts';
import { Organization, Region } from '../organizations/index.ts';
import { Team } from '../teams/index.ts';

export enum Language {
  ZH_CN = 'ZH_CN',
  EN = 'EN',
}
registerEnumType(Language, { name: 'Language', description: 'The language a text was written in.' });

@ObjectType({ implements: Node, description: 'Lasting work of an organization; members may edit it at any time.' })
@Entity({ tableName: 'projects' })
@Check({ name: 'projects_title_written', expression: hasText('title') })
@Check({ name: 'projects_version_range', expression: 'version > 0' })
export class Project extends Node {
  @Field(() => LocalizedText)
  @Embedded(() => LocalizedText, { prefix: 'title_' })
  title!: LocalizedText;

  @Field(() => LocalizedText)
  @Embedded(() => LocalizedText, { prefix: 'summary_' })
  summary!: LocalizedText;

  @Field(() => Language, { description: 'The language of the five sections.' })
  @Enum(() => Language)
  language!: Language;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @ManyToOne(() => Team, { ref: true, nullable: true, deleteRule: 'restrict' })
  team?: Ref<Team> | null;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Field(() => String)
  @Property({ type: 'text', default: '' })
  needs: Opt<string> = '';

  @Field(() => String)
  @Property({ type: 'text', default: '' })
  goals: Opt<string> = '';

  @Field(() => String)
  @Property({ type: 'text', default: '' })
  implementation: Opt<string> = '';

  @Field(() => String)
  @Property({ type: 'text', default: '' })
  outcomes: Opt<string> = '';

  @Field(() => String)
  @Property({ type: 'text', default: '' })
  features: Opt<string> = '';

  @Field(() => LocalDateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  startedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Whom it serves.' })
  @Property({ type: 'text', nullable: true })
  beneficiaries?: string | null;

  @Field(() => Int, { description: 'Grows by one with every saved change; send it back to save.' })
  @Property({ type: 'integer', default: 1 })
  version: Opt<number> = 1;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
