import type { Context } from '../../context.ts';
import { unitOfWork } from '../../database/unit-of-work.ts';
import { isId, notFound, perEntryRange } from '../../graphql/refusals.ts';
import { make } from '../../graphql/user-error.ts';
import { message } from '../../messages.ts';
import { recordAct } from '../audit/index.ts';
import { assertOrganizer, Competition, StageKind } from '../competitions/index.ts';
import { Entry, EntryStatus } from '../entries/index.ts';
import { balance } from './balance.ts';
import { Assignment, Judge, Panel } from './judging.entity.ts';
import { AssignEntriesSuccess, NoPanelError, type AssignEntriesInput } from './judging.types.ts';

/**
 * Gives entries to judges, evenly, never to a member of the entry's own organization. Can be run again for what is
 * missing; existing assignments stay. Organizers only.
 */
export async function assignEntries(
  context: Context,
  input: AssignEntriesInput,
): Promise<AssignEntriesSuccess | NoPanelError> {
  if (!isId(input.competitionId)) throw notFound(context);
  await assertOrganizer(context, input.competitionId);
  if (!Number.isInteger(input.judgesPerEntry) || input.judgesPerEntry < 1 || input.judgesPerEntry > 100) {
    throw perEntryRange(context);
  }
  return await unitOfWork(context, async (em, inside) => {
    const competition = await em.findOne(Competition, { id: input.competitionId });
    if (!competition) throw notFound(context);
    // One assignment run at a time: two at once would both see the same gaps.
    await em.execute('select id from competitions where id = ? for no key update', [competition.id]);
    const panels = await em.find(
      Panel,
      { competition, stage: { kind: input.stage } },
      { populate: ['categories', 'stage'], orderBy: { id: 'asc' } },
    );
    const judges = await em.find(Judge, { panel: { $in: panels } }, { orderBy: { code: 'asc' } });
    if (judges.length === 0) return make(NoPanelError, { message: message(context.locale, 'sheet.noPanel') });
    const entries = await em.find(
      Entry,
      {
        competition,
        status: EntryStatus.ACCEPTED,
        ...(input.stage === StageKind.FINAL && { shortlistedAt: { $ne: null } }),
      },
      { orderBy: { number: 'asc' }, fields: ['id', 'category', 'organization', 'number'] },
    );
    const existing = await em.find(Assignment, { judge: { $in: judges } }, { fields: ['judge', 'entry', 'ordinal'] });
    const conflicts = await memberships(inside, judges);
    const organizationOf = new Map(entries.map((entry) => [entry.id, entry.organization.id]));
    const userOf = new Map(judges.map((judge) => [judge.id, judge.user.id]));
    const last = new Map<string, number>();
    for (const { judge, ordinal } of existing) last.set(judge.id, Math.max(last.get(judge.id) ?? 0, ordinal));
    let assigned = 0;
    for (const panel of panels) {
      const categories = new Set(panel.categories.getIdentifiers());
      const seats = judges.filter((judge) => judge.panel.id === panel.id).map((judge) => judge.id);
      const isSeat = new Set(seats);
      const choice = balance(
        entries.filter((entry) => categories.has(entry.category.id)).map((entry) => entry.id),
        seats,
        input.judgesPerEntry,
        existing.filter((a) => isSeat.has(a.judge.id)).map((a) => ({ entryId: a.entry.id, judgeId: a.judge.id })),
        (judgeId, entryId) => !conflicts.has(`${userOf.get(judgeId)}/${organizationOf.get(entryId)}`),
      );
      for (const { entryId, judgeId } of choice) {
        const ordinal = (last.get(judgeId) ?? 0) + 1;
        last.set(judgeId, ordinal);
        em.create(Assignment, {
          judge: em.getReference(Judge, judgeId),
          entry: em.getReference(Entry, entryId),
          stage: panel.stage,
          ordinal,
          assignedAt: context.clock.now(),
        });
      }
      assigned += choice.length;
    }
    recordAct(
      context,
      em,
      'assignEntries',
      { type: 'Competition', id: competition.id },
      { stage: input.stage, assigned },
    );
    return make(AssignEntriesSuccess, { competition, assigned });
  });
}

/** `user/organization` of every membership of a judge: who works for an organization does not mark its entries. */
async function memberships(context: Context, judges: Judge[]): Promise<Set<string>> {
  const rows = await context.em.execute<{ user_id: string; organization_id: string }[]>(
    'select user_id, organization_id from organization_members where user_id = any(?::uuid[])',
    [`{${judges.map((judge) => judge.user.id).join(',')}}`],
  );
  return new Set(rows.map((row) => `${row.user_id}/${row.organization_id}`));
}
