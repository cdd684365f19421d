import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { isId, notFound, perEntryRange } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { assertOrganizer, Competition, ScoringRule, StageKind } from '../../../competition/competitions/index.ts';
import { Entry, EntryStatus } from '../../../competition/entries/index.ts';
import { recentSince } from '../../../people/organizations/index.ts';
import { planAssignment } from './plan-assignment.ts';
import { findConflicts, recordConflicts } from '../conflicts/find-conflicts.ts';
import { flagAnchors } from './flag-anchors.ts';
import { Judge, Panel, ReleaseReason } from '../judging.entity.ts';
import { AssignEntriesSuccess, NoPanelError, type AssignEntriesInput } from '../judging.types.ts';
import type { ResultsStandError } from '../panel.types.ts';
import { refusePublished } from '../refuse-published.ts';
import { releaseAssignments } from '../release-assignments.ts';

interface Held {
  judge_id: string;
  user_id: string;
  panel_id: string;
  entry_id: string;
  ordinal: number;
  is_released: boolean;
  /** Of a judge who dropped out and whose submitted sheets go on counting. */
  is_kept: boolean;
}

interface Chosen {
  judgeId: string;
  entryId: string;
  stageId: string;
  ordinal: number;
  isAnchor: boolean;
}

/**
 * Gives the entries of a judging stage to the judges of its panels: as many to each entry as wanted, loads as level as
 * limits and conflicts allow. Can be run again for what is missing, as after a judge dropped out; what is assigned
 * stays, but for what turns out to be a conflict; not where the sheet is submitted, or an organization could do away
 * with a mark by making its judge a member. Organizers only, until the results are published.
 */
export async function assignEntries(
  context: Context,
  input: AssignEntriesInput,
): Promise<AssignEntriesSuccess | NoPanelError | ResultsStandError> {
  if (!isId(input.competitionId)) throw notFound(context);
  await assertOrganizer(context, input.competitionId);
  const wanted = input.judgesPerEntry ?? null;
  if (wanted !== null && (!Number.isInteger(wanted) || wanted < 1 || wanted > 100)) throw perEntryRange(context);
  return await unitOfWork(context, async (em) => {
    const now = context.clock.now();
    const competition = await em.findOne(Competition, { id: input.competitionId });
    if (!competition) throw notFound(context);
    // One assignment run at a time: two at once would both see the same gaps.
    const refusal = await refusePublished(context, em, competition.id);
    if (refusal) return refusal;
    const panels = await em.find(
      Panel,
      { competition, stage: { kind: input.stage } },
      { populate: ['categories', 'stage'], orderBy: { id: 'asc' } },
    );
    const judges = await em.find(Judge, { panel: { $in: panels }, retiredAt: null }, { orderBy: { code: 'asc' } });
    const stage = panels[0]?.stage.$;
    if (judges.length === 0 || !stage) return make(NoPanelError, { message: message(context.locale, 'sheet.noPanel') });
    const entries = await em.find(
      Entry,
      {
        competition,
        status: EntryStatus.ACCEPTED,
        ...(input.stage !== StageKind.REVIEW && { shortlistedAt: { $ne: null } }),
      },
      { orderBy: { number: 'asc' }, fields: ['id', 'category', 'number'] },
    );
    const rule = await em.findOne(ScoringRule, { stage: stage.id });
    const isSameRegionOut = rule?.excludesSameRegion ?? false;
    const conflicts = await findConflicts(em, {
      id: stage.id,
      competitionId: competition.id,
      excludesSameRegion: isSameRegionOut,
      formerSince: recentSince(context),
    });
    await recordConflicts(em, conflicts, { note: '', recordedBy: null, now });
    const released = await releaseAssignments(
      em,
      {
        sql: `a.stage_id = ? and a.submitted_at is null
          and exists (select from conflicts c where c.judge_id = a.judge_id and c.entry_id = a.entry_id)`,
        params: [stage.id],
      },
      ReleaseReason.CONFLICT,
      now,
    );
    const anchors = await flagAnchors(em, stage.id);
    const held = await em.execute<Held[]>(
      `select a.judge_id, j.user_id, j.panel_id, a.entry_id, a.ordinal, a.released_at is not null as is_released,
         a.released_at is null and j.retired_at is not null and j.counts as is_kept
       from assignments a join judges j on j.id = a.judge_id where a.stage_id = ?`,
      [stage.id],
    );
    const seatOf = new Map(
      held.filter((row) => !row.is_released).map((row) => [`${row.user_id}/${row.entry_id}`, row.judge_id]),
    );
    const userOf = new Map(judges.map((judge) => [judge.id, judge.user.id]));
    // A judge who gave an entry back does not get it again.
    const barred = new Set([
      ...conflicts.map(({ judgeId, entryId }) => `${judgeId}/${entryId}`),
      ...held.filter((row) => row.is_released).map((row) => `${row.judge_id}/${row.entry_id}`),
    ]);
    const chosen: Chosen[] = [];
    const loads: number[] = [];
    let unfilled = 0;
    for (const panel of panels) {
      const categories = new Set(panel.categories.getIdentifiers());
      const seats = judges.filter((judge) => judge.panel.id === panel.id);
      const isSeat = new Set(seats.map((judge) => judge.id));
      const own = held.filter((row) => isSeat.has(row.judge_id));
      const kept = Map.groupBy(
        held.filter((row) => row.is_kept && row.panel_id === panel.id),
        (row) => row.entry_id,
      );
      const needs = (id: string) =>
        anchors.has(id) ? seats.length : Math.max(0, (wanted ?? panel.judgesPerEntry) - (kept.get(id)?.length ?? 0));
      const plan = planAssignment({
        entries: entries
          .filter((entry) => categories.has(entry.category.id))
          .map(({ id }) => ({ id, judges: needs(id) })),
        judges: seats.map(({ id, loadLimit }) => ({ id, limit: loadLimit ?? null })),
        taken: own.filter((row) => !row.is_released).map((row) => ({ entryId: row.entry_id, judgeId: row.judge_id })),
        // Nor does anybody mark an entry twice, from two seats.
        mayMark: (judgeId, entryId) =>
          !barred.has(`${judgeId}/${entryId}`) &&
          (seatOf.get(`${userOf.get(judgeId)}/${entryId}`) ?? judgeId) === judgeId,
      });
      for (const { judgeId, entryId } of plan.chosen) seatOf.set(`${userOf.get(judgeId)}/${entryId}`, judgeId);
      chosen.push(...queued(plan.chosen, own, anchors, stage.id));
      loads.push(...plan.loads.values());
      unfilled += plan.unfilled.reduce((sum, { entryId, missing }) => sum + (anchors.has(entryId) ? 0 : missing), 0);
    }
    await insertAssignments(em, chosen, now);
    const details = { stage: input.stage, assigned: chosen.length, unfilled, released: released.length };
    recordAct(context, em, 'assignEntries', { type: 'Competition', id: competition.id }, details);
    return make(AssignEntriesSuccess, {
      competition,
      assigned: chosen.length,
      unfilled,
      released: released.length,
      leastLoad: Math.min(...loads),
      mostLoad: Math.max(...loads),
    });
  });
}

/** New assignments at the end of each judge's queue; anchors, which everybody marks first, before its beginning. */
function queued(
  pairs: readonly { entryId: string; judgeId: string }[],
  held: readonly Held[],
  anchors: ReadonlySet<string>,
  stageId: string,
): Chosen[] {
  const last = new Map<string, number>();
  const first = new Map<string, number>();
  for (const { judge_id: judge, ordinal } of held) {
    last.set(judge, Math.max(last.get(judge) ?? 0, ordinal));
    first.set(judge, Math.min(first.get(judge) ?? 1, ordinal));
  }
  return pairs.map(({ entryId, judgeId }) => {
    const isAnchor = anchors.has(entryId);
    const ordinal = isAnchor ? (first.get(judgeId) ?? 1) - 1 : (last.get(judgeId) ?? 0) + 1;
    (isAnchor ? first : last).set(judgeId, ordinal);
    return { judgeId, entryId, stageId, ordinal, isAnchor };
  });
}

async function insertAssignments(em: EntityManager, chosen: readonly Chosen[], now: Date): Promise<void> {
  if (chosen.length === 0) return;
  const array = (values: readonly (string | number | boolean)[]) => `{${values.join(',')}}`;
  await em.execute(
    `insert into assignments (id, judge_id, entry_id, stage_id, ordinal, is_anchor, comment, assigned_at)
     select *, '', ?::timestamptz from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::boolean[])`,
    [
      now,
      array(chosen.map(() => newId())),
      array(chosen.map((row) => row.judgeId)),
      array(chosen.map((row) => row.entryId)),
      array(chosen.map((row) => row.stageId)),
      array(chosen.map((row) => row.ordinal)),
      array(chosen.map((row) => row.isAnchor)),
    ],
  );
}
