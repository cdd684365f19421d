import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/**
 * The three tables of the public vote are keyed by `bucket`, the first byte of the voter's pseudonym, so that one
 * batch of a bucket touches one shard where PostgreSQL is distributed, and no counter is a hot row where it is not.
 * They refer to entries and competitions by id only; vote-batch.ts is the one writer.
 */
@Entity({ tableName: 'votes' })
@Check({ name: 'votes_bucket_range', expression: 'bucket >= 0 and bucket < 256' })
@Check({ name: 'votes_retracted_after_cast', expression: 'retracted_at is null or retracted_at >= cast_at' })
@Unique({
  name: 'votes_once_a_day',
  expression:
    'create unique index votes_once_a_day on votes (bucket, voter_id, entry_id, day) where retracted_at is null',
})
@Unique({ name: 'votes_key', properties: ['bucket', 'voterId', 'key'] })
@Index({ name: 'votes_of_entry', properties: ['entryId'] })
export class VoteRow {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  voterId!: string;

  @Property({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'uuid' })
  competitionId!: string;

  /** The day of the competition's own time zone. */
  @Property({ type: 'date' })
  day!: string;

  /** Made by the client for one tap; the same key never counts twice. */
  @Property({ type: 'uuid' })
  key!: string;

  @Property({ type: 'timestamptz' })
  castAt!: Date;

  /** Taken back by the voter; the row stays. */
  @Property({ type: 'timestamptz', nullable: true })
  retractedAt?: Date | null;
}

/** How many votes a voter has used on a day. */
@Entity({ tableName: 'voter_quotas' })
@Check({ name: 'voter_quotas_used_range', expression: 'used >= 0' })
export class VoterQuota {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'uuid' })
  voterId!: string;

  @PrimaryKey({ type: 'uuid' })
  competitionId!: string;

  @PrimaryKey({ type: 'date' })
  day!: string;

  @Property({ type: 'smallint' })
  used!: number;
}

/** Part of an entry's count; the count is the sum over the buckets. */
@Entity({ tableName: 'tally_parts' })
@Check({ name: 'tally_parts_votes_range', expression: 'votes >= 0' })
@Index({ name: 'tally_parts_of_entry', properties: ['entryId'] })
export class TallyPart {
  @PrimaryKey({ type: 'smallint' })
  bucket!: number;

  @PrimaryKey({ type: 'uuid' })
  entryId!: string;

  @Property({ type: 'uuid' })
  competitionId!: string;

  @Property({ type: 'bigint' })
  votes!: bigint;
}
