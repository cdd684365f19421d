import type { Viewer } from '../core/context.ts';
import { HourEvidence, recordActivities } from '../work/activities/index.ts';
import { CountVisibility, StageKind } from '../competition/competitions/index.ts';
import { decideEntry, ReviewVerdict } from '../competition/eligibility/index.ts';
import { saveAnswers, submitEntry, SubmitEntrySuccess } from '../competition/entries/index.ts';
import { assignEntries, seatJudges } from '../scoring/judging/index.ts';
import { RegionLevel, registerRegions } from '../people/organizations/index.ts';
import { Language, saveSection, SaveSectionSuccess, writeProjects } from '../work/projects/index.ts';
import { registerTeams } from '../people/teams/index.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeUpload,
  toCome,
  type TestCompetition,
  type TestEntry,
  type TestOrganization,
} from './factories.ts';
import { handUp, makeTree, nominate } from './nominations.ts';
import type { World } from './world.ts';

/** A part of every name that a blind judge must not read: of organizations, teams, people and places. */
export const secretName = /geheim|盖海姆|darkwell|暗泉|glenshade|幽谷|inkfeather|墨羽|密甲|密乙/i;

export interface SecretOrganization extends TestOrganization {
  teamId: string;
  projectId: string;
  uploadIds: string[];
}

async function makeRegions(world: World): Promise<string> {
  const ids = await registerRegions(world.operator(), [
    { code: 'GEHEIM-1', name: { zh: '盖海姆省', en: 'Geheimland Province' }, level: RegionLevel.PROVINCE },
    {
      code: 'GEHEIM-2',
      name: { zh: '暗泉市', en: 'Darkwell City' },
      level: RegionLevel.CITY,
      parentCode: 'GEHEIM-1',
    },
    {
      code: 'GEHEIM-3',
      name: { zh: '幽谷区', en: 'Glenshade District' },
      level: RegionLevel.COUNTY,
      parentCode: 'GEHEIM-2',
    },
  ]);
  return ids.get('GEHEIM-3') ?? '';
}

/** An organization whose project names it, its team, its people and its places wherever something can be written. */
async function makeSecretOrganization(world: World, regionId: string, key: '甲' | '乙'): Promise<SecretOrganization> {
  const en = key === '甲' ? 'Alpha' : 'Beta';
  const member = await makePerson(world, undefined, `Geheimrat ${en}`);
  const names = { zh: `密${key}互助社`, en: `GEHEIM-${en} Society` };
  const organization = await makeOrganization(world, {
    slug: `geheim-${en.toLowerCase()}`,
    name: names,
    regionId,
    member,
  });
  const number = `GEHEIM-007${en.slice(0, 1)}`;
  const { teams, volunteers } = await registerTeams(world.operator(), [
    {
      key: en,
      name: { zh: `墨羽${key}志愿服务队`, en: `Inkfeather ${en} Volunteers` },
      organizationId: organization.id,
      regionId,
      volunteers: [{ number }],
    },
  ]);
  const teamId = teams.get(en) ?? '';
  const text = `盖海姆省暗泉市幽谷区的${names.zh}，墨羽${key}志愿服务队，队员${number}，联系人Geheimrat ${en}。
    In DARKWELL and Glenshade the geheim-${en.toLowerCase()}  society, with its Inkfeather ${en} team, is at home.`;
  const keys = ['needs', 'goals', 'implementation', 'outcomes', 'features'];
  const [projectId = ''] = await writeProjects(world.operator(), [
    {
      organizationId: organization.id,
      title: { zh: `墨羽${key}在暗泉`, en: `Inkfeather ${en} of Darkwell` },
      summary: { zh: `${names.zh}的一句话`, en: `One sentence of ${names.en}` },
      language: Language.ZH_CN,
      sections: Object.fromEntries(keys.map((section) => [section, text])),
      beneficiaries: `幽谷的老人, the elders of Glenshade`,
      videoUrl: 'https://geheim.example/film',
      teamId,
    },
  ]);
  // What a person wrote, with their name in its history.
  const saved = await saveSection(world.contextOf(member), { projectId, key: 'needs', version: 1, text });
  if (!(saved instanceof SaveSectionSuccess)) throw new Error('the section was not saved');
  const picture = await makeUpload(world, projectId, { name: `${names.zh}.jpg`, caption: text.split('\n')[0] ?? '' });
  const paper = await makeUpload(world, projectId, {
    name: `geheim-${en}.pdf`,
    caption: `Inkfeather ${en} in Darkwell, ${number}`,
  });
  const startsAt = new Date('2026-10-01T01:00:00Z');
  const endsAt = new Date('2026-10-01T02:30:00Z');
  await recordActivities(world.operator(), [
    {
      title: { zh: '墨羽上门', en: 'Inkfeather visits' },
      report: { zh: text, en: text },
      organizationId: organization.id,
      teamId,
      projectId,
      regionId,
      startsAt,
      endsAt,
      measures: [{ name: { zh: '服务人次', en: 'people served' }, value: '42', unit: { zh: '人次', en: 'people' } }],
      participations: [
        { volunteerId: volunteers.get(number) ?? '', minutes: 90, evidence: HourEvidence.TIMED_BY_CODE },
      ],
    },
  ]);
  return { ...organization, teamId, projectId, uploadIds: [picture, paper] };
}

async function enter(
  world: World,
  competition: TestCompetition,
  organization: SecretOrganization,
  category: number,
): Promise<TestEntry> {
  const { member, projectId } = organization;
  const categoryId = competition.categoryIds[category] ?? '';
  const [en, zh] = organization.slug.endsWith('alpha') ? ['Alpha', '甲'] : ['Beta', '乙'];
  const answers = [{ key: 'partners', value: `With the GEHEIM-${en} Society and 密${zh}互助社 of Darkwell` }];
  const draft = { projectId, competitionId: competition.id, categoryId, version: 0, answers };
  await saveAnswers(world.contextOf(member), draft);
  const result = await submitEntry(world.contextOf(member), { projectId, competitionId: competition.id, categoryId });
  if (!(result instanceof SubmitEntrySuccess)) throw new Error(result.message);
  const { id, number } = result.entry;
  await decideEntry(world.contextOf(competition.organizer), { entryId: id, verdict: ReviewVerdict.ACCEPT });
  await world.orm.em.fork().execute('update entries set key = ? where id = ?', [`GEHEIM-${category}`, id]);
  return { id, number, projectId, organization };
}

async function seat(world: World, competition: TestCompetition, panels: Record<string, string[]>) {
  const people = new Map<string, Viewer>();
  for (const code of Object.values(panels).flat()) people.set(code, await makePerson(world));
  await seatJudges(
    world.operator(),
    competition.id,
    Object.entries(panels).map(([category, codes]) => ({
      stage: StageKind.REVIEW,
      name: { zh: `评审组${category}`, en: `Panel ${category}` },
      categoryKeys: [category],
      judges: codes.map((code) => ({ code, userId: people.get(code)?.id ?? '' })),
    })),
  );
  await assignEntries(world.operator(), { competitionId: competition.id, stage: StageKind.REVIEW, judgesPerEntry: 3 });
  return people;
}

/**
 * A competition that is judged blind, and an earlier one that is not, into which one of the same projects went. Codes of
 * judges begin with the panel: E education, H health; B is the blind competition, P the plain one.
 */
export async function makeSecretWorld(world: World) {
  const regionId = await makeRegions(world);
  const alpha = await makeSecretOrganization(world, regionId, '甲');
  const beta = await makeSecretOrganization(world, regionId, '乙');
  const questions = [{ key: 'partners', kind: 'TEXT' as const, prompt: { en: 'With whom?' }, isRequired: false }];
  const options = { questions, step: '0.001', ballotRule: { counts: CountVisibility.HIDDEN } };
  const plain = await makeCompetition(world, { ...options, stages: { FINAL: toCome } });
  const blind = await makeCompetition(world, { ...options, scoringRules: { REVIEW: { isBlind: true } } });
  const entries = {
    alpha: await enter(world, blind, alpha, 0),
    beta: await enter(world, blind, beta, 1),
    other: await makeEntry(world, blind),
    earlier: await enter(world, plain, alpha, 0),
    plain: await makeEntry(world, plain),
  };
  const judges = new Map([
    ...(await seat(world, blind, {
      education: ['CODE-BE1', 'CODE-BE2', 'CODE-BE3'],
      health: ['CODE-BH1', 'CODE-BH2'],
    })),
    ...(await seat(world, plain, { education: ['CODE-PE1', 'CODE-PE2'], health: ['CODE-PH1'] })),
  ]);
  const judge = (code: string): Viewer => {
    const person = judges.get(code);
    if (!person) throw new Error(`nobody sits on ${code}`);
    return person;
  };
  const tree = await makeTree(world);
  const unit = tree.counties[0];
  const { nomination } = await nominate(world, unit, await tree.enter(unit.regionId));
  await handUp(world, unit);
  const sending = { slug: tree.competition.slug, unitId: unit.id, nominationId: String(nomination.id) };
  return { alpha, beta, blind, plain, entries, judge, sending, voter: await makePerson(world) };
}

export type SecretWorld = Awaited<ReturnType<typeof makeSecretWorld>>;
