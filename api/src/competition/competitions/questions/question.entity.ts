import type { Opt, Ref } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToOne,
  Property,
  Trigger,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText, type Bilingual } from '../../../core/graphql/localized-text.ts';
import { Node } from '../../../core/graphql/node.ts';
import { DecimalScalar } from '../../../core/graphql/scalars.ts';
import { Category, Competition } from '../competition.entity.ts';

export enum QuestionKind {
  TEXT = 'TEXT',
  CHOICE = 'CHOICE',
  NUMBER = 'NUMBER',
  FILE = 'FILE',
}
registerEnumType(QuestionKind, { name: 'QuestionKind', description: 'What an answer is.' });

/** One of the answers among which to choose, in both languages. */
interface QuestionOptionRow extends Bilingual {
  key: string;
}

@ObjectType({ implements: Node, description: "A competition's own question to whoever enters it." })
@Entity({ tableName: 'questions' })
@Unique({ properties: ['competition', 'key'] })
@Unique({ properties: ['competition', 'ordinal'] })
@Index({ properties: ['category'] })
@Check({ name: 'questions_key_form', expression: "key ~ '^[a-z][a-z0-9_]*$'" })
@Check({ name: 'questions_prompt_written', expression: hasText('prompt') })
@Check({ name: 'questions_options_given', expression: "(kind = 'CHOICE') = (jsonb_array_length(options) > 0)" })
@Check({ name: 'questions_range', expression: 'maximum >= minimum' })
@Check({ name: 'questions_length_range', expression: 'max_length >= 1 and max_length <= 2000' })
@Trigger({
  name: 'questions_frozen',
  timing: 'before',
  events: ['insert', 'update', 'delete'],
  body: `
    begin
      if exists (select from stages s join competitions c on c.id = s.competition_id
          where c.id = case tg_op when 'DELETE' then old.competition_id else new.competition_id end
          and c.opened_at is not null and not c.is_rehearsal
          and s.kind = 'SUBMISSION' and s.opens_at <= clock_timestamp()) then
        raise exception 'submissions have opened; the questions stand' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
export class Question extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  /** Null: asked in every category. */
  @ManyToOne(() => Category, { ref: true, nullable: true, deleteRule: 'restrict' })
  category?: Ref<Category> | null;

  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => String)
  @Property({ type: 'text' })
  key!: string;

  @Field(() => QuestionKind)
  @Enum(() => QuestionKind)
  kind!: QuestionKind;

  @Embedded(() => LocalizedText, { prefix: 'prompt_' })
  prompt!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'help_' })
  help!: LocalizedText;

  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  isRequired!: boolean;

  /** In their order; empty where there is nothing to choose from. */
  @Property({ type: 'jsonb', default: '[]' })
  options: Opt<QuestionOptionRow[]> = [];

  @Field(() => DecimalScalar, { nullable: true, description: 'The least number.' })
  @Property({ type: 'decimal', precision: 18, scale: 6, nullable: true })
  minimum?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The greatest number.' })
  @Property({ type: 'decimal', precision: 18, scale: 6, nullable: true })
  maximum?: string | null;

  @Embedded(() => LocalizedText, { prefix: 'unit_' })
  unit!: LocalizedText;

  @Field(() => Int, { nullable: true, description: 'Characters of a text at most; null: 2,000.' })
  @Property({ type: 'integer', nullable: true })
  maxLength?: number | null;
}
