import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../graphql/localized-text.ts';
import { Node } from '../../graphql/node.ts';
import { User } from '../identity/index.ts';
import { Region } from './region.entity.ts';

export enum OrganizationKind {
  GOVERNMENT = 'GOVERNMENT',
  ENTERPRISE = 'ENTERPRISE',
  SCHOOL = 'SCHOOL',
  HOSPITAL = 'HOSPITAL',
  CULTURE = 'CULTURE',
  COMMUNITY = 'COMMUNITY',
  CHARITY = 'CHARITY',
  RESCUE = 'RESCUE',
}
registerEnumType(OrganizationKind, { name: 'OrganizationKind' });

@ObjectType({ implements: Node, description: 'A body that runs teams and projects and hands in entries.' })
@Entity({ tableName: 'organizations' })
@Check({ name: 'organizations_name_written', expression: hasText('name') })
@Check({ name: 'organizations_slug_form', expression: "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'" })
export class Organization extends Node {
  @Field(() => String)
  @Unique()
  @Property({ type: 'text' })
  slug!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => OrganizationKind)
  @Enum(() => OrganizationKind)
  kind!: OrganizationKind;

  @Index()
  @ManyToOne(() => Region, { ref: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

/** That a person may act for an organization. */
@Entity({ tableName: 'organization_members' })
export class OrganizationMember {
  @ManyToOne(() => Organization, { ref: true, primary: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @Index()
  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Property({ type: 'timestamptz' })
  joinedAt!: Date;
}
