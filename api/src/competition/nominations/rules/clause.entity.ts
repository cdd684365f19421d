import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { hasText, LocalizedText } from '../../../core/graphql/localized-text.ts';
import { Competition } from '../../competitions/index.ts';
import { NominationRule } from './rules.ts';

/** How a competition's own regulations word a rule of nominations. */
@Entity({ tableName: 'nomination_clauses' })
@Check({ name: 'nomination_clauses_written', expression: hasText('text') })
export class NominationClauseRow {
  @ManyToOne(() => Competition, { ref: true, primary: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Enum({ items: () => NominationRule, primary: true })
  rule!: NominationRule;

  @Embedded(() => LocalizedText, { prefix: 'text_' })
  text!: LocalizedText;
}
