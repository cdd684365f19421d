import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** How a vote stands. Nothing is deleted: a vote that does not count is held or voided, or its voter took it back. */
export enum VoteState {
  COUNTED = 'COUNTED',
  HELD = 'HELD',
  VOIDED = 'VOIDED',
}

/**
 * The tables of the public vote are keyed by `bucket`, the first byte of the voter's pseudonym, so that what one
 * voter does touches one shard where PostgreSQL is distributed, and no counter is a hot row where it is not. They
 * refer to entries and competitions by id only; vote-batch.ts is the one writer at the tap.
 *
 * A row is one choice. The choices of one ballot share its key and differ in `ordinal`; a tap is a ballot of one.
 */
@Entity({ tableName: 'votes' })
@Check({ name: 'votes_bucket_range', expression: 'bucket >= 0 and bucket < 256' })
@Check({ name: 'votes_retracted_after_cast', expression: 'retracted_at is null or retracted_at >= cast_at' })
@Check({ name: 'votes_points_range', expression: 'points >= 0' })
@Check({ name: 'votes_state_known', expression: "state in ('COUNTED', 'HELD', 'VOIDED')" })
@Check({ name: 'votes_held_for_a_case', expression: "state = 'COUNTED' or case_id is not null" })
@Check({ name: 'votes_level_known', expression: "level in ('DEVICE', 'EMAIL', 'PHONE', 'OIDC', 'IMPORTED')" })
@Check({ name: 'votes_imported_by_somebody', expression: "(level = 'IMPORTED') = (entered_by is not null)" })
@Unique({
  name: 'votes_once_a_day',
  expression:
    'create unique index votes_once_a_day on votes (bucket, voter_id, entry_id, day) where retracted_at is null',
})
@Index({
  name: 'votes_of_case',
  expression: 'create index votes_of_case on votes (case_id) where case_id is not null',
})
@Index({
  name: 'votes_in_time',
  expression: 'create index votes_in_time on votes using brin (cast_at) with (autosummarize = on)',
})
export class VoteRow {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'uuid' })
  voterId!: string;

  /** Made by the client for one tap or ballot; the same key never counts twice. */
  @PrimaryKey({ type: 'uuid' })
  key!: string;

  /** Place of the choice on its ballot, from 0. */
  @PrimaryKey({ type: 'smallint' })
  ordinal!: number;

  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'uuid' })
  competitionId!: string;

  /** The day of the competition's own time zone. */
  @Property({ type: 'date' })
  day!: string;

  @Property({ type: 'timestamptz' })
  castAt!: Date;

  /** What the choice is worth under the declared rule. */
  @Property({ type: 'integer', default: 1 })
  points: Opt<number> = 1;

  /** VoteState; text, because a shard cannot share an enum's history. */
  @Property({ type: 'text', default: VoteState.COUNTED })
  state: Opt<VoteState> = VoteState.COUNTED;

  /** AssuranceLevel of the voter, or IMPORTED. */
  @Property({ type: 'text' })
  level!: string;

  /** Keyed hash of the client's network (/24 or /48); the key changes daily, so hashes of two days cannot be compared. */
  @Property({ type: 'bigint', nullable: true })
  network?: bigint | null;

  /** Keyed hash of the client's device. */
  @Property({ type: 'bigint', nullable: true })
  device?: bigint | null;

  /** Whole days since the voter's account or device was first seen. */
  @Property({ type: 'smallint', nullable: true })
  identityAgeDays?: number | null;

  /** Why it does not count, or did not for a while. */
  @Property({ type: 'uuid', nullable: true })
  caseId?: string | null;

  /** Who entered it, where it came from a file or on paper. */
  @Property({ type: 'text', nullable: true })
  enteredBy?: string | null;

  /** Taken back by the voter; the row stays. */
  @Property({ type: 'timestamptz', nullable: true })
  retractedAt?: Date | null;
}

/** How much a voter has used of what the rule allows in one scope, such as `day:2026-11-22` or `stage`. */
@Entity({ tableName: 'voter_quotas' })
@Check({ name: 'voter_quotas_used_range', expression: 'used >= 0 and used <= allowed' })
export class VoterQuota {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'uuid' })
  voterId!: string;

  @PrimaryKey({ type: 'uuid' })
  competitionId!: string;

  @PrimaryKey({ type: 'text' })
  scope!: string;

  @Property({ type: 'smallint' })
  used!: number;

  @Property({ type: 'smallint' })
  allowed!: number;
}

/**
 * Part of an entry's count of votes that are COUNTED; the count is the sum over the buckets. Its key begins with the
 * entry, so that one index serves both who writes a part and who reads an entry's parts.
 */
@Entity({ tableName: 'tally_parts' })
@Check({ name: 'tally_parts_votes_range', expression: 'votes >= 0 and points >= 0' })
export class TallyPart {
  @PrimaryKey({ type: 'uuid' })
  entryId!: string;

  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @Property({ type: 'uuid' })
  competitionId!: string;

  @Property({ type: 'bigint' })
  votes!: bigint;

  @Property({ type: 'bigint', default: 0 })
  points!: bigint;
}

/** Proofs of work that were spent on a vote; each is good for one. Rows may go once they have expired. */
@Entity({ tableName: 'used_challenges' })
@Index({ name: 'used_challenges_expiry', properties: ['expiresAt'] })
export class UsedChallenge {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}

/** Part of how often an entry was shown to voters; the number is the sum over the buckets. */
@Entity({ tableName: 'exposure_parts' })
@Check({ name: 'exposure_parts_shown_range', expression: 'shown >= 0' })
export class ExposurePart {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'uuid' })
  competitionId!: string;

  @Property({ type: 'bigint' })
  shown!: bigint;
}
