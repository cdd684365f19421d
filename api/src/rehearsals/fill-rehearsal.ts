import type { Context } from '../core/context.ts';
import { makeContext } from '../core/context.ts';
import { StageStatus, statusAt } from '../core/time/window.ts';
import { Competition, judgingKinds, Stage, StageKind } from '../competition/competitions/index.ts';
import { decideEntries, DecideEntriesSuccess, mostAtOnce, ReviewVerdict } from '../competition/eligibility/index.ts';
import { Entry, EntryStatus, submitEntry, SubmitEntrySuccess } from '../competition/entries/index.ts';
import { registerPeople } from '../platform/identity/index.ts';
import type { JobKind } from '../platform/jobs/index.ts';
import { OrganizationKind, registerOrganizations } from '../people/organizations/index.ts';
import { Language, writeProjects } from '../work/projects/index.ts';
import { importBallots } from '../scoring/voting/index.ts';
import { fillJudging } from './fill-judging.ts';
import { chance, madeUpText } from './made-up.ts';

const mostEntries = 24;
const fewestEntries = 6;
const voters = 40;
/** No mail leaves for this domain, and nobody can sign in with it. */
const mailbox = (name: string, rehearsalId: string) => `${name}.${rehearsalId}@account.invalid`;

/**
 * Gives a rehearsal what its open stages live on, each stage once: entries, then votes, then judges and their marks.
 * Everything goes through the use cases that real entries, votes and marks go through.
 */
export const fillRehearsal: JobKind<{ competitionId: string }> = {
  kind: 'fillRehearsal',
  async work({ payload: { competitionId }, run, machine }) {
    const { em, clock } = machine();
    const competition = await em.findOne(Competition, { id: competitionId, isRehearsal: true });
    // It was thrown away meanwhile.
    if (!competition) return {};
    const stages = await em.find(Stage, { competition }, { orderBy: { ordinal: 'asc' } });
    const isOpen = (stage: Stage) => statusAt(stage, clock.now()) === StageStatus.OPEN;
    const open = stages.filter(isOpen).map(({ kind }) => kind);
    const total = open.length + 1;
    await run.progress(0, total);
    if (open.includes(StageKind.SUBMISSION)) await handIn(machine, competition);
    else await acceptWaiting(machine, competition);
    await run.progress(1, total);
    if (open.includes(StageKind.VOTING)) await vote(machine, competition);
    await run.progress(2, total);
    for (const [done, kind] of open.filter((one) => judgingKinds.includes(one)).entries()) {
      await fillJudging(machine, competition, kind, (name) => mailbox(name, competitionId));
      await run.progress(Math.min(total, 3 + done), total);
    }
    return {};
  },
};

/** Organizations, projects and entries, two for each category, handed in by people who do not exist. */
async function handIn(machine: () => Context, competition: Competition): Promise<void> {
  const { em } = machine();
  if ((await em.count(Entry, { competition })) > 0) return;
  const { id, slug, region } = competition;
  const categories = await em.execute<{ id: string }[]>(
    'select id from categories where competition_id = ? order by ordinal',
    [id],
  );
  const count = Math.min(mostEntries, Math.max(fewestEntries, categories.length * 2));
  const people = await registerPeople(machine(), [
    { email: mailbox('member', id), name: '演练单位成员', rehearsalId: id },
  ]);
  const memberId = people.get(mailbox('member', id)) ?? '';
  const slugs = Array.from({ length: count }, (_, i) => `rehearsal-${id.slice(-12)}-${i + 1}`);
  const organizations = await registerOrganizations(
    machine(),
    slugs.map((one, i) => ({
      slug: one,
      name: { zh: `演练单位${i + 1}`, en: `Rehearsal organization ${i + 1}` },
      kind: OrganizationKind.COMMUNITY,
      regionId: region.id,
      memberIds: [memberId],
      rehearsalId: id,
    })),
  );
  const form = await competition.form.loadOrFail();
  const sections = await em.execute<{ key: string; name_zh: string; name_en: string; min_length: number | null }[]>(
    'select key, name_zh, name_en, min_length from form_sections where form_id = ? order by ordinal',
    [form.id],
  );
  const texts = Object.fromEntries(
    sections.map(({ key, name_zh, name_en, min_length }) => [
      key,
      madeUpText({ zh: name_zh, en: name_en }, min_length ?? 1),
    ]),
  );
  const projectIds = await writeProjects(
    machine(),
    slugs.map((one, i) => ({
      formKey: form.key,
      organizationId: organizations.get(one) ?? '',
      title: { zh: `演练项目${i + 1}`, en: `Rehearsal project ${i + 1}` },
      summary: { zh: '演练用，不是真实项目。', en: 'For the rehearsal; not a real project.' },
      language: Language.ZH_CN,
      sections: texts,
    })),
  );
  const member = { id: memberId, email: mailbox('member', id), name: '演练单位成员' };
  for (const [i, projectId] of projectIds.entries()) {
    const base = machine();
    const context = makeContext({ ...base, em: base.em, viewer: member });
    const categoryId = categories[i % categories.length]?.id ?? '';
    const result = await submitEntry(context, { projectId, competitionId: id, categoryId });
    if (!(result instanceof SubmitEntrySuccess)) throw new Error(`${slug}: ${result.message}`);
  }
}

/** What the organizers have not looked at by the time submissions are over is taken in. */
async function acceptWaiting(machine: () => Context, competition: Competition): Promise<void> {
  const waiting = await machine().em.find(Entry, { competition, status: EntryStatus.SUBMITTED }, { fields: ['id'] });
  // Organizers may have imported a whole year's table to rehearse with.
  for (let from = 0; from < waiting.length; from += mostAtOnce) {
    const entryIds = waiting.slice(from, from + mostAtOnce).map(({ id }) => id);
    const input = { competitionId: competition.id, entryIds, verdict: ReviewVerdict.ACCEPT };
    const result = await decideEntries(machine(), input);
    if (!(result instanceof DecideEntriesSuccess)) throw new Error(`${competition.slug}: ${result.message}`);
  }
}

/** Taps of voters who do not exist; the first entries get more than the last. */
async function vote(machine: () => Context, competition: Competition): Promise<void> {
  const { em, clock } = machine();
  const cast = await em.execute<unknown[]>('select from tally_parts where competition_id = ? limit 1', [
    competition.id,
  ]);
  const entries = await em.find(
    Entry,
    { competition, status: EntryStatus.ACCEPTED },
    { fields: ['id'], orderBy: { number: 'asc' } },
  );
  if (cast.length > 0 || entries.length === 0) return;
  const draw = chance(entries.length);
  const castAt = clock.now();
  const ballots = Array.from({ length: voters }, (_, i) => ({
    voterEmail: mailbox(`voter-${i + 1}`, competition.id),
    entryId: entries[Math.floor(draw() ** 2 * entries.length)]?.id ?? '',
    castAt,
  }));
  await importBallots(machine(), competition.id, ballots);
}
