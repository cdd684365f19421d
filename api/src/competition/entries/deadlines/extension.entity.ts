import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Trigger, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../core/graphql/node.ts';
import { DateTimeScalar } from '../../../core/graphql/scalars.ts';
import { Competition } from '../../competitions/index.ts';
import { User } from '../../../platform/identity/index.ts';
import { Organization } from '../../../people/organizations/index.ts';

@ObjectType({
  implements: Node,
  description: 'That one organization may hand in later than the others, and why. How many have one is public.',
})
@Entity({ tableName: 'extensions' })
@Unique({
  name: 'extensions_one_at_a_time',
  expression:
    'create unique index extensions_one_at_a_time on extensions (competition_id, organization_id) where revoked_at is null',
})
@Index({ properties: ['competition', 'grantedAt'] })
@Check({ name: 'extensions_reason_written', expression: "reason <> ''" })
@Check({
  name: 'extensions_revoked_with_reason',
  expression: '(revoked_at is null) = (revocation_reason is null)',
})
@Trigger({
  name: 'extensions_recorded',
  timing: 'before',
  events: ['insert', 'update', 'delete'],
  body: `
    begin
      if tg_op = 'INSERT' then
        if new.revoked_at is null and not exists (select from stages s where s.competition_id = new.competition_id
            and s.kind = 'SUBMISSION' and s.closes_at < new.until) then
          raise exception 'an extension ends after the deadline of all' using errcode = 'check_violation';
        end if;
        return new;
      end if;
      if exists (select from competitions where id = old.competition_id and is_rehearsal) then
        return case tg_op when 'DELETE' then old else new end;
      end if;
      if tg_op = 'DELETE' or old.revoked_at is not null or (new.competition_id, new.organization_id, new.until, new.reason,
          new.granted_by_id, new.granted_at) is distinct from (old.competition_id, old.organization_id, old.until,
          old.reason, old.granted_by_id, old.granted_at) then
        raise exception 'an extension stands; it can only be revoked' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class Extension extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Index()
  @ManyToOne(() => Organization, { ref: true, deleteRule: 'restrict' })
  organization!: Ref<Organization>;

  @Field(() => DateTimeScalar, { description: 'The last instant at which the organization is in time.' })
  @Property({ type: 'timestamptz' })
  until!: Date;

  @Field(() => String, { description: 'Told to the organization.' })
  @Property({ type: 'text' })
  reason!: string;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  grantedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  grantedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back, or gave way to a longer one.' })
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt?: Date | null;

  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  revokedBy?: Ref<User> | null;

  @Field(() => String, { nullable: true, description: 'Empty where it gave way to a longer one.' })
  @Property({ type: 'text', nullable: true })
  revocationReason?: string | null;
}
