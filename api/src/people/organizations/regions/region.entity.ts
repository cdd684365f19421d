import type { Ref } from '@mikro-orm/core';
import { Embedded, Entity, Enum, ManyToOne, Property, Unique, Check } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../../core/graphql/localized-text.ts';
import { Node } from '../../../core/graphql/node.ts';

export enum RegionLevel {
  PROVINCE = 'PROVINCE',
  CITY = 'CITY',
  COUNTY = 'COUNTY',
}
registerEnumType(RegionLevel, { name: 'RegionLevel' });

@ObjectType({ implements: Node, description: 'A province, city or county; regions form a tree.' })
@Entity({ tableName: 'regions' })
@Check({ name: 'regions_name_written', expression: hasText('name') })
export class Region extends Node {
  @Field(() => String, { description: 'Six digits of GB/T 2260, such as 220000.' })
  @Unique()
  @Property({ type: 'text' })
  code!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => RegionLevel)
  @Enum(() => RegionLevel)
  level!: RegionLevel;

  @ManyToOne(() => Region, { ref: true, nullable: true, deleteRule: 'restrict' })
  parent?: Ref<Region> | null;
}
