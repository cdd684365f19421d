import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DecimalScalar } from '../../core/graphql/scalars.ts';
import { Award } from '../../competition/awards/index.ts';
import { Competition } from '../../competition/competitions/index.ts';
import { Entry } from '../../competition/entries/index.ts';

/** A stage's part in a score; weight in percent, value out of 100 unless it is the only term. */
interface ScoreTermValues {
  stageId: string;
  form: string;
  weight: string;
  value: string;
  part: string;
}

@ObjectType({ implements: Node, description: "An entry's published rank: written once, at publication, and frozen." })
@Entity({ tableName: 'standings' })
@Unique({ properties: ['competition', 'entry'] })
@Index({ properties: ['competition', 'rank'] })
@Check({ name: 'standings_rank_range', expression: 'rank > 0' })
export class Standing extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Unique()
  @ManyToOne(() => Entry, { ref: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Field(() => Int, { description: 'Equal scores share a rank: 1, 1, 3.' })
  @Property({ type: 'integer' })
  rank!: number;

  @Field(() => DecimalScalar, { description: 'As the declared rules round it.' })
  @Property({ type: 'decimal', columnType: 'numeric' })
  score!: string;

  /** What the score is made of: each stage with its value, weight and part. */
  @Property({ type: 'jsonb', default: '[]' })
  terms: Opt<ScoreTermValues[]> = [];

  @Field(() => Int)
  @Property({ type: 'integer' })
  votes!: number;

  @ManyToOne(() => Award, { ref: true, nullable: true, deleteRule: 'restrict' })
  award?: Ref<Award> | null;
}
