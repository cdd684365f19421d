import type { MigrationSql } from './migration-sql.ts';

/**
 * A batch of ballots in one call; what it does is told in scoring/voting/batches/cast-batch.ts. Each statement in here has a
 * snapshot of its own, so what is read after the lock is not older than it.
 */
const castBallots = `
create function cast_ballots(
  given_now timestamptz,
  b_bucket smallint[], b_voter uuid[], b_competition uuid[], b_revision int[], b_zone text[],
  b_choices int[], b_spends int[], b_challenge text[], b_expires timestamptz[],
  c_ballot int[], c_bucket smallint[], c_voter uuid[], c_key uuid[], c_ordinal smallint[], c_entry uuid[], c_competition uuid[],
  c_points int[], c_level text[], c_network bigint[], c_device bigint[], c_age smallint[], c_entered_by text[],
  s_ballot int[], s_bucket smallint[], s_voter uuid[], s_competition uuid[], s_scope text[], s_amount smallint[], s_allowed smallint[],
  out cast_at timestamptz, out kinds int[], out days text[], out used int[]
) language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v_days date[];
  new_voters uuid[];
  new_ordinals smallint[];
  scopes text[];
begin
  perform 1 from stages where kind = 'VOTING' and competition_id = any(b_competition) order by competition_id for share;
  cast_at := date_trunc('milliseconds', coalesce(given_now, clock_timestamp()));

  -- 0: to be written; 1: closed; 2: stale; 3: its proof was spent before; 4: not written; 5: no room in a scope
  select array_agg(case when s.competition_id is null or cast_at < s.opens_at or cast_at >= s.closes_at then 1
                        when s.revision <> b.revision then 2 else 0 end order by b.i),
         array_agg((cast_at at time zone b.zone)::date order by b.i)
    into kinds, v_days
    from unnest(b_competition, b_revision, b_zone) with ordinality as b(competition, revision, zone, i)
    left join stages s on s.competition_id = b.competition and s.kind = 'VOTING';
  days := v_days::text[];

  if exists (select from unnest(b_challenge) as c(id) where c.id is not null) then
    with fresh as (
      insert into used_challenges (bucket, id, expires_at)
      select b.bucket, b.id, b.expires from unnest(b_bucket, b_challenge, b_expires) with ordinality as b(bucket, id, expires, i)
      where b.id is not null and kinds[b.i] = 0 order by b.bucket, b.id
      on conflict do nothing returning bucket, id)
    select array_agg(case when k.kind = 0 and b.id is not null and f.id is null then 3 else k.kind end order by b.i)
      into kinds
      from unnest(b_bucket, b_challenge) with ordinality as b(bucket, id, i)
      join unnest(kinds) with ordinality as k(kind, i) on k.i = b.i
      left join fresh f on f.bucket = b.bucket and f.id = b.id;
  end if;

  with fresh as (
    insert into votes (bucket, voter_id, key, ordinal, entry_id, competition_id, day, cast_at, points, level, network, device, identity_age_days, entered_by)
    select c.bucket, c.voter, c.key, c.ordinal, c.entry, c.competition, v_days[c.ballot], cast_ballots.cast_at, c.points, c.level, c.network, c.device, c.age, c.entered_by
    from unnest(c_ballot, c_bucket, c_voter, c_key, c_ordinal, c_entry, c_competition, c_points, c_level, c_network, c_device, c_age, c_entered_by)
      as c(ballot, bucket, voter, key, ordinal, entry, competition, points, level, network, device, age, entered_by)
    where kinds[c.ballot] = 0
    order by c.bucket, c.voter, c.key, c.ordinal
    on conflict do nothing returning voter_id, ordinal)
  select array_agg(voter_id), array_agg(ordinal) into new_voters, new_ordinals from fresh;

  -- Mostly all went in, and there is nothing to find out.
  if coalesce(cardinality(new_voters), 0) < cardinality(c_voter) then
    select array_agg(case when k.kind <> 0 then k.kind when coalesce(n.count, 0) < k.choices then 4 else 0 end order by k.i)
      into kinds
      from unnest(kinds, b_choices, b_voter) with ordinality as k(kind, choices, voter, i)
      left join (select voter, count(*) from unnest(new_voters) as n(voter) group by voter) n on n.voter = k.voter;
  end if;

  scopes := array(select case when s.scope = 'day' then 'day:' || v_days[s.ballot] else s.scope end
    from unnest(s_scope, s_ballot) with ordinality as s(scope, ballot, i) order by s.i);

  with spent as (
    insert into voter_quotas as q (bucket, voter_id, competition_id, scope, used, allowed)
    select s.bucket, s.voter, s.competition, s.scope, s.amount, s.allowed
    from unnest(s_ballot, s_bucket, s_voter, s_competition, scopes, s_amount, s_allowed) as s(ballot, bucket, voter, competition, scope, amount, allowed)
    where kinds[s.ballot] = 0 and s.amount <= s.allowed
    order by s.bucket, s.voter, s.competition, s.scope
    on conflict (bucket, voter_id, competition_id, scope) do update set used = q.used + excluded.used, allowed = excluded.allowed
      where q.used + excluded.used <= excluded.allowed
    returning q.voter_id, q.scope, q.used)
  select array_agg(p.used order by s.i) into used
    from unnest(s_voter, scopes) with ordinality as s(voter, scope, i)
    left join spent p on p.voter_id = s.voter and p.scope = s.scope;

  if array_position(used, null) is not null then
    select array_agg(case when k.kind = 0 and coalesce(n.count, 0) < k.spends then 5 else k.kind end order by k.i)
      into kinds
      from unnest(kinds, b_spends) with ordinality as k(kind, spends, i)
      left join (select s.ballot, count(*) from unnest(s_ballot, used) as s(ballot, used) where s.used is not null group by s.ballot) n on n.ballot = k.i;
  end if;

  -- What was taken in some scopes is given back where another had no room.
  if 5 = any(kinds) then
    update voter_quotas q set used = q.used - s.amount
      from unnest(s_ballot, s_bucket, s_voter, s_competition, scopes, s_amount, cast_ballots.used) as s(ballot, bucket, voter, competition, scope, amount, taken)
      where kinds[s.ballot] = 5 and s.taken is not null
        and q.bucket = s.bucket and q.voter_id = s.voter and q.competition_id = s.competition and q.scope = s.scope;
  end if;

  -- Rows that were never visible to anybody go in the transaction that made them: a ballot counts whole or not at all.
  if 4 = any(kinds) or 5 = any(kinds) then
    delete from votes v
      using unnest(c_ballot, c_bucket, c_voter, c_key, c_ordinal) as c(ballot, bucket, voter, key, ordinal)
      where kinds[c.ballot] in (4, 5) and (c.voter, c.ordinal) in (select n.voter, n.ordinal from unnest(new_voters, new_ordinals) as n(voter, ordinal))
        and v.bucket = c.bucket and v.voter_id = c.voter and v.key = c.key and v.ordinal = c.ordinal;
  end if;

  insert into tally_parts as t (bucket, entry_id, competition_id, votes, points)
    select c.bucket, c.entry, c.competition, count(*), sum(c.points)
    from unnest(c_ballot, c_bucket, c_entry, c_competition, c_points) as c(ballot, bucket, entry, competition, points)
    where kinds[c.ballot] = 0 group by c.bucket, c.entry, c.competition order by c.bucket, c.entry
    on conflict (bucket, entry_id) do update set votes = t.votes + excluded.votes, points = t.points + excluded.points;
end $$`;

export const sql: MigrationSql = {
  up: [castBallots.trim()],
  down: ['drop function cast_ballots'],
};
