import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Stage } from '../../../competition/competitions/index.ts';
import { Entry } from '../../../competition/entries/index.ts';

/** A sample entry that every judge of a stage marks first, so that their scales meet. */
@Entity({ tableName: 'anchors' })
export class Anchor {
  @ManyToOne(() => Stage, { ref: true, primary: true, deleteRule: 'restrict' })
  stage!: Ref<Stage>;

  @Index()
  @ManyToOne(() => Entry, { ref: true, primary: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;
}
