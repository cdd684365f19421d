import type { Viewer } from '../core/context.ts';
import { decideEntry, ReviewVerdict } from '../competition/eligibility/index.ts';
import { saveMarks, submitSheet } from '../scoring/judging/index.ts';
import { makeEntry, makePerson, type TestCompetition } from './factories.ts';
import { makeSecretWorld, type SecretWorld } from './secret-world.ts';
import { leavesOf } from './walk.ts';
import type { World } from './world.ts';

interface Sheet {
  id: string;
  code: string;
  judge_id: string;
  user_id: string;
  panel_id: string;
  stage_id: string;
  competition_id: string;
}

/** Marks that are found nowhere else: 1.137, 2.174, … */
const secretMark = (i: number): string => `${1 + (i % 9)}.${String(100 + ((i * 37 + 37) % 900)).replace(/0$/, '7')}`;

const rejection = 'SECRET-rejection';
/** Counted votes while counts are hidden. */
const secretVotes = ['54321', '76543'];

const dump = `query ($slug: String!) { competition(slug: $slug) {
  panels { id judges { id code retirementReason assignments(first: 50) { edges { node { id comment seal sealCode total marks { id value } } } } } }
  conflicts { id note } reopenings { id reason }
  ranking(first: 50) { edges { node { score lowest highest criterionScores { panelScore factoredScore } } } }
  result(first: 50) { edges { node { score } } } } }`;

/** What an organization tells its own people alone. */
const secretsOfBeta = ['SECRET-contact', '0431-5550 1234', 'secret@example.org'];

const isNumber = (value: string) => /^\d+(\.\d+)?$/.test(value);
const isTelling = (value: string) => /\.\d\d/.test(value);

/** The secret world with everything in it that a judge, a member or a voter must not see of others. */
export async function makeSecrets(world: World) {
  const scene = await makeSecretWorld(world);
  const { blind, plain, entries, judge } = scene;
  const em = world.orm.em.fork();
  const sheets = await em.execute<Sheet[]>(
    `select a.id, j.code, a.judge_id, j.user_id, j.panel_id, a.stage_id, s.competition_id from assignments a join judges j on j.id = a.judge_id
     join stages s on s.id = a.stage_id order by j.code, a.ordinal`,
  );
  const secrets = new Secrets(scene, sheets);
  for (const [i, sheet] of sheets.entries()) await secrets.mark(world, sheet, i);

  const organizer = await makePerson(world);
  for (const competition of [blind, plain]) {
    await em.execute('insert into competition_organizers (competition_id, user_id) values (?, ?)', [
      competition.id,
      organizer.id,
    ]);
  }
  const judges = await em.execute<{ id: string; code: string }[]>('select id, code from judges');
  const idOf = (code: string, list: { id: string; code: string }[] = judges) =>
    list.find((row) => row.code === code)?.id;
  const act = async (viewer: Viewer, name: string, input: Record<string, unknown>) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const mutation = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename } }`;
    const { data, errors } = await world.run(viewer, mutation, { input });
    if (data?.[name]?.__typename !== `${type}Success`) throw new Error(`${name}: ${JSON.stringify({ data, errors })}`);
  };
  await act(organizer, 'retireJudge', { judgeId: idOf('CODE-BE3'), reason: 'SECRET-illness', keepsSheets: true });
  await act(organizer, 'listConflicts', {
    judgeId: idOf('CODE-BH2'),
    entryIds: [entries.other.id],
    note: 'SECRET-mentor',
  });
  await act(judge('CODE-PE2'), 'declareConflict', { assignmentId: idOf('CODE-PE2', sheets), note: 'SECRET-cousin' });
  await act(blind.organizer, 'reopenSheet', { assignmentId: idOf('CODE-BE2', sheets), reason: 'SECRET-slip' });
  const { beta } = scene;
  await act(beta.member, 'saveOrganization', {
    organizationId: beta.id,
    contact: { name: 'SECRET-contact', phone: '0431-5550 1234' },
  });
  await act(beta.member, 'inviteMember', { organizationId: beta.id, email: 'SECRET@example.org', role: 'EDITOR' });
  const [invited] = await em.execute<{ id: string }[]>('select id from organization_invitations');
  secrets.invitationId = invited?.id ?? '';
  const members = await em.execute<{ id: string }[]>(
    'select id from organization_members where organization_id in (?, ?)',
    [scene.alpha.id, beta.id],
  );
  secrets.members = members.map(({ id }) => id);
  const unfit = await makeEntry(world, blind, { isAccepted: false });
  await decideEntry(world.contextOf(organizer), {
    entryId: unfit.id,
    verdict: ReviewVerdict.REJECT,
    reason: rejection,
  });
  // More than one entry has votes: their sum is public, at any time.
  const votes = [...secretVotes, '11', '12'];
  for (const [i, { id }] of [entries.alpha, entries.earlier, entries.other, entries.plain].entries()) {
    await em.execute(
      `insert into tally_parts (bucket, entry_id, competition_id, votes, points)
       select 0, id, competition_id, ?, ? from entries where id = ?`,
      [votes[i], votes[i], id],
    );
  }
  for (const { slug } of [blind, plain]) {
    const { data, errors } = await world.run(organizer, dump, { slug });
    if (errors.length > 0) throw new Error(errors[0]?.message);
    secrets.add(data.competition);
  }
  Object.assign(secrets.viewers, { 'organizer of both': organizer });
  return secrets;
}

export class Secrets {
  readonly viewers: Record<string, Viewer | null>;
  readonly slugs: string[];
  /** Entries of projects that are judged blind. */
  readonly blindEntryIds: string[];
  /** Root fields as they are called: those whose answers name nobody to a blind judge, and the others. */
  readonly calls: string[];
  readonly namingCalls: string[];
  readonly scene: SecretWorld;
  readonly sheets: Sheet[];
  invitationId = '';
  members: string[] = [];
  readonly #all = new Set([...secretVotes, rejection, ...secretsOfBeta]);
  readonly #ofOrganizers = new Set([...secretVotes, rejection]);
  readonly #byCode = new Map<string, Set<string>>();

  constructor(scene: SecretWorld, sheets: Sheet[]) {
    this.scene = scene;
    this.sheets = sheets;
    const { alpha, beta, blind, plain, entries, judge, sending, voter } = scene;
    this.viewers = {
      visitor: null,
      voter,
      member: alpha.member,
      judge: judge('CODE-BE1'),
      'judge of another panel': judge('CODE-BH1'),
      'retired judge': judge('CODE-BE3'),
      'plain judge': judge('CODE-PE1'),
    };
    this.slugs = [blind.slug, plain.slug];
    this.blindEntryIds = [entries.alpha, entries.beta, entries.other, entries.earlier].map(({ id }) => id);
    const page = ({ slug }: TestCompetition, { number }: { number: number }) =>
      `entry(competitionSlug: "${slug}", number: ${number})`;
    this.calls = [
      ...this.slugs.map((slug) => `competition(slug: "${slug}")`),
      'competitions(first: 10)',
      `competition(slug: "${sending.slug}")`,
      `sendingUnit(id: "${sending.unitId}")`,
      ...[entries.alpha, entries.beta, entries.other, { number: 4 }].map((entry) => page(blind, entry)),
      ...[entries.earlier, entries.plain].map((entry) => page(plain, entry)),
      ...sheets.map(({ id }) => `assignment(id: "${id}")`),
      ...[beta, entries.other, entries.plain].map(({ projectId }) => `project(id: "${projectId}")`),
      `organization(slug: "${entries.plain.organization.slug}")`,
      'invitation(token: "x")',
      'viewer',
      // Of nobody here: jobs.test.ts holds who sees one.
      `job(id: "${blind.id}")`,
      'serverTime',
      'signInMethods',
      'forms',
    ];
    this.namingCalls = [
      'regions(search: "GEHEIM")',
      ...[alpha, beta].flatMap(({ slug, teamId }) => [`organization(slug: "${slug}")`, `team(id: "${teamId}")`]),
    ];
  }

  /** Marks a sheet with values of its own; every second judge hands it in. */
  async mark(world: World, { id, code, user_id, competition_id }: Sheet, i: number): Promise<void> {
    const criteria = await world.orm.em
      .fork()
      .execute<{ id: string }[]>(
        'select c.id from criteria c join rubrics r on r.id = c.rubric_id where r.competition_id = ? order by c.ordinal',
        [competition_id],
      );
    const person = world.contextOf({ id: user_id, email: '', name: '' });
    const marks = criteria.map((criterion, k) => ({ criterionId: criterion.id, value: secretMark(i * 5 + k) }));
    const comment = `SECRET-${code}-${i}`;
    await saveMarks(person, { assignmentId: id, marks, comment });
    if (/[23]$/.test(code))
      await submitSheet(world.contextOf({ id: user_id, email: '', name: '' }), { assignmentId: id });
    this.#own(code, [...marks.map(({ value }) => value), comment, id]);
  }

  /** Takes in what the organizers see, and notes whose it is. */
  add(competition: { panels: { id: string; judges: { code: string }[] }[] }): void {
    for (const { value } of leavesOf(competition)) {
      if (isNumber(value) && !isTelling(value)) continue;
      this.#all.add(value);
      this.#ofOrganizers.add(value);
    }
    for (const judge of competition.panels.flatMap(({ judges }) => judges)) {
      this.#own(
        judge.code,
        [...leavesOf(judge)].map(({ value }) => value),
      );
    }
  }

  #own(code: string, values: string[]): void {
    const own = this.#byCode.get(code) ?? new Set();
    this.#byCode.set(code, own);
    for (const value of values) {
      if (isNumber(value) && !isTelling(value)) continue;
      own.add(value);
      this.#all.add(value);
    }
  }

  /** What must not be shown to a viewer: numbers as whole values, everything else also inside others. */
  secretsFor(viewer: Viewer | null): { values: Set<string>; markers: string[] } {
    const codes = this.sheets.filter(({ user_id }) => user_id === viewer?.id).map(({ code }) => code);
    const own = new Set(codes.flatMap((code) => this.ownOf(code)));
    const secret = [...this.#all].filter((value) => !own.has(value));
    return { values: new Set(secret.filter(isNumber)), markers: secret.filter((value) => !isNumber(value)) };
  }

  /** What the walk of an organizer comes past: all but the sheets that were given back. */
  secretsOfOrganizers(): string[] {
    return [...this.#ofOrganizers];
  }

  ownOf(code: string): string[] {
    return [...(this.#byCode.get(code) ?? [])];
  }
}
