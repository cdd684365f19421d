import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { User } from '../../../platform/identity/index.ts';
import { Region } from './region.entity.ts';

/** That a person verifies the organizations of a region and of the regions inside it. */
@Entity({ tableName: 'region_organizers' })
export class RegionOrganizer {
  @ManyToOne(() => Region, { ref: true, primary: true, deleteRule: 'restrict' })
  region!: Ref<Region>;

  @Index()
  @ManyToOne(() => User, { ref: true, primary: true, deleteRule: 'restrict' })
  user!: Ref<User>;

  @Property({ type: 'timestamptz' })
  appointedAt!: Date;
}
