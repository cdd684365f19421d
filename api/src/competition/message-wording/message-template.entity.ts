import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../../core/graphql/node.ts';
import { Competition } from '../competitions/index.ts';
import { User } from '../../platform/identity/index.ts';
import { MessageKind } from '../../platform/messages/index.ts';

/** A competition's own wording of a kind of message, in place of the built-in one. */
@Entity({ tableName: 'message_templates' })
@Unique({ properties: ['competition', 'kind', 'locale'] })
@Check({ name: 'message_templates_locale_known', expression: "locale in ('zh-CN', 'en')" })
@Check({
  name: 'message_templates_written',
  expression: "subject <> '' and subject !~ '[\\n\\r]' and body <> ''",
})
export class MessageTemplate extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'cascade' })
  competition!: Ref<Competition>;

  @Enum(() => MessageKind)
  kind!: MessageKind;

  @Property({ type: 'text' })
  locale!: string;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'text' })
  body!: string;

  @Property({ type: 'timestamptz' })
  savedAt!: Date;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'set null' })
  savedBy?: Ref<User> | null;
}
