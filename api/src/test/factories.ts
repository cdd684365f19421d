import type { Viewer } from '../core/context.ts';
import { HourEvidence, recordActivities } from '../work/activities/index.ts';
import { AwardTier, offerAwards } from '../competition/awards/index.ts';
import {
  createCompetition,
  defaultSubmissionRule,
  StageKind,
  type CompetitionInput,
  type SubmissionRuleValues,
} from '../competition/competitions/index.ts';
import { decideEntry, ReviewVerdict } from '../competition/eligibility/index.ts';
import { submitEntry, SubmitEntrySuccess } from '../competition/entries/index.ts';
import { registerPeople } from '../platform/identity/index.ts';
import { assignEntries, seatJudges } from '../scoring/judging/index.ts';
import {
  OrganizationKind,
  RegionLevel,
  registerOrganizations,
  registerRegions,
} from '../people/organizations/index.ts';
import { Language, writeProjects, type WholeProject } from '../work/projects/index.ts';
import { registerTeams } from '../people/teams/index.ts';
import { NOW, type World } from './world.ts';

const person = (id: string, email: string): Viewer => ({ id, email, name: email });
let serial = 0;
const DAY = 86_400_000;
const unique = (prefix: string) => `${prefix}-${(serial += 1)}`;

export async function makePerson(
  world: World,
  email = `${unique('person')}@example.org`,
  name = email,
): Promise<Viewer> {
  const ids = await registerPeople(world.operator(), [{ email, name }]);
  return person(ids.get(email) ?? '', email);
}

export async function makeRegion(world: World): Promise<string> {
  const province = unique('22');
  const city = unique('2201');
  const ids = await registerRegions(world.operator(), [
    { code: province, name: { zh: '吉林省', en: 'Jilin' }, level: RegionLevel.PROVINCE },
    { code: city, name: { zh: '长春市', en: 'Changchun' }, level: RegionLevel.CITY, parentCode: province },
  ]);
  return ids.get(city) ?? '';
}

export interface TestOrganization {
  id: string;
  slug: string;
  regionId: string;
  member: Viewer;
}

export async function makeOrganization(
  world: World,
  options: { slug?: string; name?: { zh: string; en: string }; regionId?: string; member?: Viewer } = {},
): Promise<TestOrganization> {
  const regionId = options.regionId ?? (await makeRegion(world));
  const member = options.member ?? (await makePerson(world));
  const slug = options.slug ?? unique('organization');
  const ids = await registerOrganizations(world.operator(), [
    {
      slug,
      name: options.name ?? { zh: `单位${slug}`, en: `Organization ${slug}` },
      kind: OrganizationKind.CHARITY,
      regionId,
      memberIds: [member.id],
    },
  ]);
  return { id: ids.get(slug) ?? '', slug, regionId, member };
}

export interface TestCompetition {
  id: string;
  slug: string;
  regionId: string;
  categoryIds: string[];
  organizer: Viewer;
}

/** All November 2026 where the clock shows 21 November, noon, and as wide around every other instant. */
const openAround = (now: Date): { opensAt: Date; closesAt: Date } => ({
  opensAt: new Date(now.getTime() - 20.5 * DAY),
  closesAt: new Date(now.getTime() + 9.5 * DAY),
});
export const wideOpen = openAround(new Date(NOW));
export const over = { opensAt: new Date('2026-10-01T00:00:00Z'), closesAt: new Date('2026-11-01T00:00:00Z') };
/** To come for the database as well, which goes by its own clock when it freezes rules, whatever clock a test has. */
export const toCome = { opensAt: new Date('2127-01-01T00:00:00Z'), closesAt: new Date('2127-02-01T00:00:00Z') };

const stageNames: Record<StageKind, string> = {
  SUBMISSION: 'Submissions',
  VOTING: 'Public vote',
  REVIEW: 'First review',
  PAPERS: 'Review of papers',
  FINAL: 'Final',
  PUBLICATION: 'Results',
};

/** Every stage is open at the time of the world's clock unless the test says otherwise. */
export async function makeCompetition(
  world: World,
  options: {
    stages?: Partial<Record<StageKind, { opensAt: Date; closesAt: Date } | null>>;
    votesPerDay?: number;
    ballotRule?: CompetitionInput['ballotRule'];
    scoringRules?: CompetitionInput['scoringRules'];
    formKey?: string;
    /** Runs it, in its own region. */
    host?: { id: string; regionId: string };
    questions?: CompetitionInput['questions'];
    /** Of every criterion. */
    step?: string;
  } = {},
): Promise<TestCompetition> {
  const organizer = await makePerson(world);
  const { id: hostId, regionId } = options.host ?? (await makeOrganization(world));
  const slug = unique('competition');
  const open = openAround(world.clock.now());
  const windows = { SUBMISSION: open, VOTING: open, REVIEW: open, ...options.stages };
  const input: CompetitionInput = {
    slug,
    name: { zh: '测试大赛', en: 'Test competition' },
    tagline: { zh: '一句话', en: 'One sentence' },
    description: { zh: '说明', en: 'Description' },
    hostId,
    regionId,
    timeZone: 'Asia/Shanghai',
    isDemonstration: false,
    ballotRule: { votesPerDay: options.votesPerDay ?? 3, ...options.ballotRule },
    stages: Object.values(StageKind).flatMap((kind) => {
      const window = windows[kind as keyof typeof windows];
      return window ? [{ kind, name: { en: stageNames[kind] }, ...window }] : [];
    }),
    categories: [
      { key: 'education', name: { zh: '助学支教', en: 'Education' } },
      { key: 'health', name: { zh: '医疗健身', en: 'Health' } },
    ],
    criteria: ['needs', 'goals', 'implementation', 'outcomes', 'features'].map((key) => ({
      key,
      name: { en: key },
      guidance: { en: `about ${key}` },
      weight: '20',
      maximum: '10',
      step: options.step ?? '0.5',
    })),
    ...(options.scoringRules && { scoringRules: options.scoringRules }),
    ...(options.formKey && { formKey: options.formKey }),
    ...(options.questions && { questions: options.questions }),
    organizerIds: [organizer.id],
  };
  const competition = await createCompetition(world.operator(), input);
  await offerAwards(world.operator(), competition.id, [
    { tier: AwardTier.FIRST, name: { zh: '一等项目', en: 'First prize' }, quota: 1 },
    { tier: AwardTier.SECOND, name: { zh: '二等项目', en: 'Second prize' }, quota: 1 },
  ]);
  const rows = await world.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from categories where competition_id = ? order by ordinal', [competition.id]);
  return { id: competition.id, slug, regionId, categoryIds: rows.map((row) => row.id), organizer };
}

/** Puts a rule in force as it can be set before submissions open, though here they have. */
export async function declareSubmissionRule(
  world: World,
  { id }: Pick<TestCompetition, 'id'>,
  values: Partial<SubmissionRuleValues>,
): Promise<void> {
  const rule = { ...defaultSubmissionRule, ...values };
  await world.orm.em.fork().transactional(async (em) => {
    await em.execute("set local session_replication_role = 'replica'");
    await em.execute('delete from submission_rules where competition_id = ?', [id]);
    await em.execute(
      `insert into submission_rules (competition_id, grace_minutes, files_grace_minutes, entries_per_organization,
         reviewers_needed, holds_decisions, correction_days) values (?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        rule.graceMinutes,
        rule.filesGraceMinutes,
        rule.entriesPerOrganization,
        rule.reviewersNeeded,
        rule.holdsDecisions,
        rule.correctionDays,
      ],
    );
  });
}

const sections = {
  needs: '老人无人照料。',
  goals: '三年覆盖全镇。',
  implementation: '每周两次上门。',
  outcomes: '服务一百二十户。',
  features: '邻里互助。',
};

/** A complete project, ready to be entered. */
export async function makeProject(
  world: World,
  organization: TestOrganization,
  title = unique('银龄守护'),
  rest: Partial<WholeProject> = {},
): Promise<string> {
  const [id = ''] = await writeProjects(world.operator(), [
    {
      organizationId: organization.id,
      title: { zh: title, en: `${title} in English` },
      summary: { zh: '一句话介绍', en: 'In one sentence' },
      language: Language.ZH_CN,
      sections,
      ...rest,
    },
  ]);
  return id;
}

/** A picture, or what else the name says, that is ready; there are no bytes behind it. */
export async function makeUpload(
  world: World,
  projectId: string,
  { name = '合影.jpg', caption = '重阳节' }: { name?: string; caption?: string } = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const isPicture = name.endsWith('.jpg');
  const [purpose, type] = isPicture ? ['PICTURE', 'image/jpeg'] : ['DOCUMENT', 'application/pdf'];
  await world.orm.em.fork().execute(
    `insert into uploads (id, organization_id, project_id, purpose, name, declared_size, declared_type, state, size, type, sha256, key,
       thumbnail_key, width, height, caption_zh, created_at, ready_at)
     select ?, organization_id, id, ?, ?, 1, ?, 'READY', 1, ?, repeat('a', 64), ?, ?, ?, ?, ?, now(), now() from projects where id = ?`,
    [
      id,
      purpose,
      name,
      type,
      type,
      id,
      ...(isPicture ? [`${id}-t`, 640, 480] : [null, null, null]),
      caption,
      projectId,
    ],
  );
  return id;
}

export interface TestEntry {
  id: string;
  number: number;
  projectId: string;
  organization: TestOrganization;
}

/** An entry of an organization of its own, accepted unless the test says otherwise. */
export async function makeEntry(
  world: World,
  competition: TestCompetition,
  options: {
    organization?: TestOrganization;
    projectId?: string;
    isAccepted?: boolean;
    title?: string;
    category?: number;
  } = {},
): Promise<TestEntry> {
  const organization = options.organization ?? (await makeOrganization(world));
  const projectId = options.projectId ?? (await makeProject(world, organization, options.title));
  const result = await submitEntry(world.contextOf(organization.member), {
    projectId,
    competitionId: competition.id,
    categoryId: competition.categoryIds[options.category ?? 0] ?? '',
  });
  if (!(result instanceof SubmitEntrySuccess)) throw new Error(`the entry was not submitted: ${result.message}`);
  const { id, number } = result.entry;
  if (options.isAccepted !== false) {
    await decideEntry(world.contextOf(competition.organizer), { entryId: id, verdict: ReviewVerdict.ACCEPT });
  }
  return { id, number, projectId, organization };
}

/** Accepted entries, each of an organization of its own, numbered from 1 in a new competition. */
async function makeEntries(
  world: World,
  competition: TestCompetition,
  count: number,
  optionsOf: (index: number) => Parameters<typeof makeEntry>[2] = () => ({}),
): Promise<TestEntry[]> {
  const entries: TestEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    entries.push(await makeEntry(world, competition, optionsOf(index)));
  }
  return entries;
}

/** A panel over all categories, with every accepted entry assigned to each judge. */
export async function makeJudges(
  world: World,
  competition: TestCompetition,
  count: number,
  stage = StageKind.REVIEW,
): Promise<Viewer[]> {
  const judges: Viewer[] = [];
  for (let i = 0; i < count; i += 1) judges.push(await makePerson(world));
  await seatJudges(world.operator(), competition.id, [
    {
      stage,
      name: { zh: '评审组', en: 'Panel' },
      categoryKeys: ['education', 'health'],
      judges: judges.map(({ id }, index) => ({ code: `J${index + 1}`, userId: id })),
    },
  ]);
  await assignEntries(world.operator(), { competitionId: competition.id, stage, judgesPerEntry: count });
  return judges;
}

/** A competition with accepted entries and one panel that judges them all. */
export async function makeJudging(
  world: World,
  count: { entries: number; judges: number },
  options?: Parameters<typeof makeCompetition>[1],
): Promise<{ competition: TestCompetition; entries: TestEntry[]; judges: Viewer[] }> {
  const competition = await makeCompetition(world, options);
  const entries = await makeEntries(world, competition, count.entries);
  return { competition, entries, judges: await makeJudges(world, competition, count.judges) };
}

/** Two volunteers served an hour and a half each, one vouched for by code, one only claimed. */
export async function makeActivity(world: World, entry: TestEntry): Promise<void> {
  const { organization, projectId } = entry;
  const { teams, volunteers } = await registerTeams(world.operator(), [
    {
      key: 'team',
      name: { zh: '志愿服务队', en: 'Team' },
      organizationId: organization.id,
      regionId: organization.regionId,
      volunteers: [{ number: unique('V') }, { number: unique('V') }],
    },
  ]);
  const [first = '', second = ''] = volunteers.values();
  await recordActivities(world.operator(), [
    {
      title: { zh: '上门服务', en: 'Home visits' },
      report: { zh: '一切顺利。', en: 'All went well.' },
      organizationId: organization.id,
      teamId: teams.get('team') ?? '',
      projectId,
      regionId: organization.regionId,
      startsAt: new Date('2026-10-01T01:00:00Z'),
      endsAt: new Date('2026-10-01T02:30:00Z'),
      measures: [{ name: { zh: '服务人次', en: 'people served' }, value: '42', unit: { zh: '人次', en: 'people' } }],
      participations: [
        { volunteerId: first, minutes: 90, evidence: HourEvidence.TIMED_BY_CODE },
        { volunteerId: second, minutes: 90, evidence: HourEvidence.SELF_CLAIMED },
      ],
    },
  ]);
}
