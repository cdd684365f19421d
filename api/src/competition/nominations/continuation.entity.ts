import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Entry } from '../entries/index.ts';
import { User } from '../../platform/identity/index.ts';
import { Project } from '../../work/projects/index.ts';

/** That a project goes on with another under a new name; what the earlier one won counts for it. */
@Entity({ tableName: 'project_continuations' })
@Check({ name: 'project_continuations_of_another', expression: 'project_id <> earlier_id' })
export class ProjectContinuation {
  @OneToOne(() => Project, { ref: true, primary: true, deleteRule: 'restrict', owner: true })
  project!: Ref<Project>;

  @Index()
  @ManyToOne(() => Project, { ref: true, deleteRule: 'restrict' })
  earlier!: Ref<Project>;

  /** The entry of the earlier project that was marked; null on marks older than this column. */
  @Index()
  @ManyToOne(() => Entry, { ref: true, nullable: true, deleteRule: 'restrict' })
  earlierEntry?: Ref<Entry> | null;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  markedBy?: Ref<User> | null;

  @Property({ type: 'timestamptz' })
  markedAt!: Date;
}
