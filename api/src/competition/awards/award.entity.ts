import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Enum, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { hasText, LocalizedText } from '../../core/graphql/localized-text.ts';
import { Node } from '../../core/graphql/node.ts';
import { Competition } from '../competitions/index.ts';

export enum AwardTier {
  FIRST = 'FIRST',
  SECOND = 'SECOND',
  THIRD = 'THIRD',
}
registerEnumType(AwardTier, { name: 'AwardTier' });

@ObjectType({ implements: Node, description: 'A prize, given to the best entries in the order of the tiers.' })
@Entity({ tableName: 'awards' })
@Unique({ properties: ['competition', 'tier'] })
@Check({ name: 'awards_quota_range', expression: 'quota > 0' })
@Check({ name: 'awards_name_written', expression: hasText('name') })
@Trigger({
  name: 'awards_stand',
  timing: 'before',
  events: ['update', 'delete'],
  body: `
    begin
      if (tg_op = 'DELETE' or (old.tier, old.quota, old.competition_id) is distinct from (new.tier, new.quota, new.competition_id))
          and exists (select from competitions where id = old.competition_id and opened_at is not null and not is_rehearsal) then
        raise exception 'the competition is open; its awards stand' using errcode = 'check_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end`,
})
export class Award extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Field(() => AwardTier)
  @Enum(() => AwardTier)
  tier!: AwardTier;

  @Embedded(() => LocalizedText, { prefix: 'name_' })
  name!: LocalizedText;

  @Field(() => Int, { description: 'How many entries receive it; entries tied at the line all do.' })
  @Property({ type: 'integer' })
  quota!: number;
}
