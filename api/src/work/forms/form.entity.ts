import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';

@ObjectType({ implements: Node, description: 'What there is to write: sections in their order, as data.' })
@Entity({ tableName: 'forms' })
@Check({ name: 'forms_key_form', expression: "key ~ '^[a-z][a-z0-9_]*$'" })
@Check({ name: 'forms_name_written', expression: hasText('name') })
@Check({ name: 'forms_title_name_written', expression: hasText('title_name') })
export class Form extends Node {
  @Field(() => String)
  @Unique()
  @Property({ type: 'text' })
  key!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  /** What the title is called: the name of a project, the name of a case. */
  @Embedded(() => LocalizedText, { prefix: 'title_name_' })
  titleName!: LocalizedText;
}

/** Stands for title, summary and whatever else is no section, wherever parts are named by their keys. */
export const basicsKey = 'basics';

@ObjectType({ implements: Node, description: 'A part of a form that is written as one text.' })
@Entity({ tableName: 'form_sections' })
@Unique({ properties: ['form', 'key'] })
@Unique({ properties: ['form', 'ordinal'] })
@Check({ name: 'form_sections_key_form', expression: "key ~ '^[a-z][a-z0-9_]*$' and key <> 'basics'" })
@Check({ name: 'form_sections_name_written', expression: hasText('name') })
@Check({
  name: 'form_sections_length_range',
  expression: 'min_length >= 0 and max_length >= min_length and max_length >= 1 and max_length <= 5000',
})
export class FormSection extends Node {
  @ManyToOne(() => Form, { ref: true, deleteRule: 'restrict' })
  form!: Ref<Form>;

  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => String)
  @Property({ type: 'text' })
  key!: string;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'prompt_' })
  prompt!: LocalizedText;

  @Embedded(() => LocalizedText, { prefix: 'example_' })
  example!: LocalizedText;

  @Field(() => Int, { description: 'Characters that are advised at least; what is shorter is told, not refused.' })
  @Property({ type: 'integer', default: 0 })
  minLength: Opt<number> = 0;

  @Field(() => Int, { description: 'Characters at most.' })
  @Property({ type: 'integer' })
  maxLength!: number;

  @Field(() => Boolean, { description: 'An entry cannot do without it.' })
  @Property({ type: 'boolean', default: true })
  isRequired: Opt<boolean> = true;
}
