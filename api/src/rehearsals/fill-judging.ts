import type { Context } from '../core/context.ts';
import { findRubrics, rubricFor, StageKind, type Competition } from '../competition/competitions/index.ts';
import { registerPeople } from '../platform/identity/index.ts';
import { assignEntries, importSheets, seatJudges } from '../scoring/judging/index.ts';
import { shortlistEntries } from '../scoring/rankings/index.ts';
import { chance, markAt } from './made-up.ts';

const judges = 3;

/** Judges who do not exist, one panel for all categories, and a full sheet from each of them for every entry. */
export async function fillJudging(
  machine: () => Context,
  competition: Competition,
  kind: StageKind,
  mailbox: (name: string) => string,
): Promise<void> {
  const { em } = machine();
  const { id } = competition;
  if (kind !== StageKind.REVIEW) await shortlistHalf(machine, id);
  const panels = await em.execute<unknown[]>(
    'select from panels p join stages s on s.id = p.stage_id where p.competition_id = ? and s.kind = ?',
    [id, kind],
  );
  if (panels.length === 0) {
    const names = Array.from({ length: judges }, (_, i) => `${kind.toLowerCase()}-judge-${i + 1}`);
    const people = await registerPeople(
      machine(),
      names.map((name, i) => ({ email: mailbox(name), name: `演练评委${i + 1}`, rehearsalId: id })),
    );
    const categories = await em.execute<{ key: string }[]>('select key from categories where competition_id = ?', [id]);
    await seatJudges(machine(), id, [
      {
        stage: kind,
        name: { zh: '演练评审组', en: 'Rehearsal panel' },
        categoryKeys: categories.map(({ key }) => key),
        judges: names.map((name, i) => ({ code: `R${i + 1}`, userId: people.get(mailbox(name)) ?? '' })),
      },
    ]);
  }
  await assignEntries(machine(), { competitionId: id, stage: kind, judgesPerEntry: judges });
  await markAll(machine, id, kind);
}

/** Where nobody has shortlisted yet: the better half, if there is a ranking to go by. */
async function shortlistHalf(machine: () => Context, id: string): Promise<void> {
  const [row] = await machine().em.execute<{ accepted: number; shortlisted: number }[]>(
    `select count(*)::int as accepted, count(shortlisted_at)::int as shortlisted from entries
     where competition_id = ? and status = 'ACCEPTED'`,
    [id],
  );
  if (!row || row.shortlisted > 0 || row.accepted === 0) return;
  await shortlistEntries(machine(), { competitionId: id, quota: Math.ceil(row.accepted / 2) });
}

async function markAll(machine: () => Context, competitionId: string, kind: StageKind): Promise<void> {
  const { em } = machine();
  const sheets = await em.execute<{ id: string; stage_id: string; category_id: string; number: number }[]>(
    `select a.id, a.stage_id, e.category_id, e.number from assignments a join entries e on e.id = a.entry_id
     join stages s on s.id = a.stage_id where s.competition_id = ? and s.kind = ? and a.submitted_at is null
       and a.released_at is null order by e.number, a.id`,
    [competitionId, kind],
  );
  const rubrics = await findRubrics(em, competitionId);
  const draw = chance(sheets.length);
  await importSheets(
    machine(),
    competitionId,
    kind,
    sheets.map(({ id, stage_id, category_id, number }) => {
      const criteria = rubricFor(rubrics, stage_id, category_id)?.criteria ?? [];
      // How good an entry is said to be differs more between entries than between judges.
      const worth = chance(number * 7919)();
      return {
        assignmentId: id,
        marks: new Map(criteria.map((one) => [one.key, markAt(one, 0.7 * worth + 0.3 * draw())])),
      };
    }),
  );
}
