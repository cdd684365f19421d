import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { LocalDateScalar } from '../../core/graphql/scalars.ts';
import { User } from '../../platform/identity/index.ts';
import { Organization, Region } from '../organizations/index.ts';

@ObjectType({ implements: Node, description: 'Volunteers who belong together, under one organization.' })
@Entity({ tableName: 'teams' })
@Check({ name: 'teams_name_written', expression: hasText('name') })
export class Team extends Node {
  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Reckoned where the team is.' })
  @Property({ type: 'date', nullable: true })
  foundedOn?: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

@ObjectType({ implements: Node, description: 'A registered volunteer, in public a number and nothing else.' })
@Entity({ tableName: 'volunteers' })
export class Volunteer extends Node {
  @Field(() => String, { description: 'The public volunteer number; never an identity number.' })
  @Unique()
  @Property({ type: 'text' })
  number!: string;

  @Index()
  @ManyToOne(() => Team, { ref: true, deleteRule: 'restrict' })
  team!: Ref<Team>;

  @Field(() => LocalDateScalar, { nullable: true })
  @Property({ type: 'date', nullable: true })
  registeredOn?: string | null;

  /** The volunteer's own account, where there is one. */
  @Index()
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  user?: Ref<User> | null;
}
