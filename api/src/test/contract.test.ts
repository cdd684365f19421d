import {
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isUnionType,
  type GraphQLObjectType,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  makeActivity,
  makeCompetition,
  makeEntry,
  makeJudges,
  makeOrganization,
  makePerson,
  makeProject,
  makeUpload,
  type TestCompetition,
  type TestEntry,
} from './factories.ts';
import { defaultBallotRule, defaultScoringRule } from '../competition/competitions/index.ts';
import { schema, type World } from './world.ts';
import { sharedWorld } from './shared-world.ts';

const world = sharedWorld();

/** A selection for every field of a type, some levels of objects deep, so that each resolver answers at least once. */
function selections(type: GraphQLObjectType, depth: number, seen: readonly string[] = []): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some(isRequiredArgument)) return [];
    if (isScalarType(named) || isEnumType(named)) return [field.name];
    if (!isObjectType(named) || depth === 0 || seen.includes(named.name)) return [];
    const inner = selections(named, depth - 1, [...seen, type.name]);
    return inner.length === 0 ? [] : [`${field.name} { ${inner.join(' ')} }`];
  });
}

const typeNamed = (name: string) => schema.getType(name) as GraphQLObjectType;

test('every field of every type answers, for whoever may see it', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization);
  await makeUpload(world, projectId);
  const entry = await makeEntry(world, competition, { organization, projectId });
  await makeActivity(world, entry);
  const [judge] = await makeJudges(world, competition, 1);
  const asked: [string, Parameters<World['run']>[0], string, Record<string, unknown>][] = [
    ['competition', competition.organizer, 'competition(slug: $slug)', { slug: competition.slug }],
    ['entry', entry.organization.member, 'entry(competitionSlug: $slug, number: 1)', { slug: competition.slug }],
    ['organization', entry.organization.member, 'organization(slug: $slug)', { slug: entry.organization.slug }],
    ['project', entry.organization.member, 'project(id: $id)', { id: entry.projectId }],
    ['viewer', judge ?? null, 'viewer', {}],
  ];
  for (const [field, viewer, call, variables] of asked) {
    const type = getNamedType(schema.getQueryType()?.getFields()[field]?.type as never) as unknown as GraphQLObjectType;
    const signature = Object.keys(variables)
      .map((name) => `$${name}: ${name === 'id' ? 'ID!' : 'String!'}`)
      .join(', ');
    // One field at a time, so that no answer hits the limits of one request.
    for (const inner of selections(type, 3)) {
      const { errors, data } = await world.run(
        viewer,
        `query${signature && `(${signature})`} { ${call} { ${inner} } }`,
        variables,
      );
      expect(errors, `${field} { ${inner} }`).toEqual([]);
      expect(data[field]).not.toBeNull();
    }
  }
});

describe('access is closed by default', () => {
  const isPublic = new Set([
    'serverTime',
    'signInMethods',
    'forms',
    'viewer',
    'competitions',
    'competition',
    'entry',
    'organization',
    // The link of an invitation is the permission to read it.
    'invitation',
    'regions',
    'team',
  ]);
  const isOwn = new Set(['project', 'assignment', 'job', 'sendingUnit']);

  test('each root field is public, or answers null to a visitor, or is a mutation that asks to sign in', async () => {
    const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(queries.filter((name) => !isPublic.has(name) && !isOwn.has(name))).toEqual([]);
    const id = crypto.randomUUID();
    for (const name of isOwn) {
      const { data } = await world.run(null, `query ($id: ID!) { ${name}(id: $id) { id } }`, { id });
      expect(data[name]).toBeNull();
    }
  });

  // An exposure counts for visitors as well.
  const isForVisitors = new Set(['recordExposures']);
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => !isForVisitors.has(name));

  // Nobody changes it, so all are tried on the same.
  let competition: TestCompetition;
  let entry: TestEntry;
  let uploadId: string;
  beforeAll(async () => {
    competition = await makeCompetition(world);
    entry = await makeEntry(world, competition);
    uploadId = await makeUpload(world, entry.projectId);
  });

  test.each(mutations)('%s does nothing for a visitor', async (name) => {
    const { organization, projectId } = entry;
    const inputs: Record<string, object> = {
      castVote: { entryId: entry.id, key: crypto.randomUUID() },
      castBallot: { competitionId: competition.id, key: crypto.randomUUID(), choices: [] },
      retractVote: { entryId: entry.id },
      retractBallot: { competitionId: competition.id },
      declareBallotRule: {
        competitionId: competition.id,
        ...defaultBallotRule,
      },
      createProject: { organizationId: organization.id, title: { en: 'x' } },
      registerOrganization: {
        name: { en: 'x' },
        kind: 'CHARITY',
        regionId: organization.regionId,
        contact: { name: 'x', phone: '0431-8800 0000' },
      },
      saveOrganization: { organizationId: organization.id, contact: { name: 'x', phone: '0431-8800 0000' } },
      verifyOrganization: { organizationId: organization.id },
      verifyOrganizations: { organizationIds: [organization.id] },
      refuseOrganization: { organizationId: organization.id, reason: 'x' },
      inviteMember: { organizationId: organization.id, email: 'new@example.org', role: 'EDITOR' },
      revokeInvitation: { invitationId: crypto.randomUUID() },
      acceptInvitation: { token: 'x' },
      setMemberRole: { memberId: crypto.randomUUID(), role: 'EDITOR' },
      removeMember: { memberId: crypto.randomUUID() },
      leaveOrganization: { organizationId: organization.id },
      transferOrganization: { memberId: crypto.randomUUID() },
      appointManager: { organizationId: organization.id, email: 'new@example.org' },
      saveProject: { projectId, version: 1, beneficiaries: 'x' },
      saveSection: { projectId, key: 'needs', version: 1, text: 'x' },
      noteEditing: { projectId },
      saveAnswers: { projectId, competitionId: competition.id, version: 0, answers: [] },
      setQuestions: { competitionId: competition.id, questions: [] },
      beginImport: { competitionId: competition.id, name: 'entries.csv', size: 1 },
      checkImport: {
        importId: crypto.randomUUID(),
        arriveAs: 'SUBMITTED',
        createsOrganizations: false,
        updates: false,
      },
      runImport: { importId: crypto.randomUUID() },
      undoImport: { importId: crypto.randomUUID() },
      exportEntries: { competitionId: competition.id, format: 'CSV' },
      beginUpload: { projectId, purpose: 'PICTURE', name: 'a.jpg', size: 1, type: 'image/jpeg' },
      finishUpload: { uploadId },
      removeUpload: { uploadId },
      setCaption: { uploadId, caption: {} },
      orderAttachments: { projectId, uploadIds: [] },
      submitEntry: { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] },
      setSubmissionRule: {
        competitionId: competition.id,
        graceMinutes: 0,
        filesGraceMinutes: 0,
        entriesPerOrganization: null,
        reviewersNeeded: 1,
        holdsDecisions: false,
        correctionDays: 7,
      },
      grantExtension: {
        competitionId: competition.id,
        organizationId: organization.id,
        until: '2026-12-05T20:00',
        reason: 'x',
      },
      revokeExtension: { extensionId: crypto.randomUUID(), reason: 'x' },
      resubmitEntry: { entryId: entry.id },
      withdrawEntry: { entryId: entry.id, reason: 'x' },
      decideEntry: { entryId: entry.id, verdict: 'ACCEPT' },
      decideEntries: { competitionId: competition.id, entryIds: [entry.id], verdict: 'ACCEPT' },
      undoDecision: { decisionId: crypto.randomUUID() },
      publishDecisions: { competitionId: competition.id },
      extendCorrection: { entryId: entry.id, until: '2026-12-24T00:00:00Z' },
      saveMarks: { assignmentId: crypto.randomUUID(), marks: [] },
      submitSheet: { assignmentId: crypto.randomUUID() },
      declareScoringRule: { stageId: crypto.randomUUID(), ...defaultScoringRule },
      declareRubric: { competitionId: competition.id, requiresComment: false, criteria: [] },
      seatJudge: { panelId: crypto.randomUUID(), email: 'judge@example.org', code: 'J1' },
      setLoadLimit: { judgeId: crypto.randomUUID(), loadLimit: 10 },
      declareConflict: { assignmentId: crypto.randomUUID() },
      listConflicts: { judgeId: crypto.randomUUID(), entryIds: [entry.id], note: 'x' },
      retireJudge: { judgeId: crypto.randomUUID(), reason: 'x', keepsSheets: true },
      reopenSheet: { assignmentId: crypto.randomUUID(), reason: 'x' },
      setAnchors: { stageId: crypto.randomUUID(), entryIds: [] },
      assignEntries: { competitionId: competition.id, stage: 'REVIEW', judgesPerEntry: 1 },
      shortlistEntries: { competitionId: competition.id, quota: 1 },
      scanVotes: { competitionId: competition.id },
      holdVotes: { entryId: entry.id, from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', reason: 'x' },
      decideCase: { caseId: crypto.randomUUID(), verdict: 'VOID', reason: 'AUTOMATED', note: 'x' },
      appealHold: { holdId: crypto.randomUUID(), text: 'x' },
      retryMessage: { messageId: crypto.randomUUID() },
      saveMessageWording: {
        competitionId: competition.id,
        kind: 'ENTRY_ACCEPTED',
        language: 'EN',
        subject: 'x',
        body: 'x',
      },
      resetMessageWording: { competitionId: competition.id, kind: 'ENTRY_ACCEPTED', language: 'EN' },
      publishResults: { competitionId: competition.id },
      beginCompetition: { hostId: organization.id, name: { en: 'x' }, slug: 'x' },
      copyCompetition: { competitionId: competition.id, slug: 'x' },
      setCompetitionBasics: {
        competitionId: competition.id,
        hostId: organization.id,
        regionId: organization.regionId,
        name: { en: 'x' },
        tagline: {},
        description: {},
        slug: 'x',
        timeZone: 'Asia/Shanghai',
      },
      setCategories: { competitionId: competition.id, categories: [] },
      setStages: { competitionId: competition.id, timeZone: 'Asia/Shanghai', stages: [] },
      moveStage: { stageId: crypto.randomUUID(), reason: 'x' },
      setAwards: { competitionId: competition.id, awards: [] },
      setSendingUnits: { competitionId: competition.id, units: [] },
      remindSendingUnits: { competitionId: competition.id },
      setNominationClauses: { competitionId: competition.id, clauses: [] },
      nominateEntry: { unitId: crypto.randomUUID(), entryId: entry.id },
      removeNomination: { nominationId: crypto.randomUUID() },
      rankNominations: { unitId: crypto.randomUUID(), version: 0, nominationIds: [] },
      submitNominations: { unitId: crypto.randomUUID(), version: 0 },
      returnNominations: { unitId: crypto.randomUUID(), reason: 'x' },
      markContinuation: { entryId: entry.id },
      addOrganizer: { competitionId: competition.id, email: 'organizer@example.org' },
      removeOrganizer: { competitionId: competition.id, userId: competition.organizer.id },
      openCompetition: { competitionId: competition.id },
      startRehearsal: { competitionId: competition.id },
      moveRehearsal: { competitionId: competition.id, stage: 'VOTING' },
      endRehearsal: { competitionId: competition.id },
    };
    const input = inputs[name];
    expect(input, `say in this test how ${name} is called`).toBeDefined();
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { errors } = await world.run(null, `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
      input,
    });
    expect(errors.map((error) => error.code)).toEqual(['UNAUTHENTICATED']);
  });
});

test('every unhappy member of a result union is a UserError', () => {
  const unions = Object.values(schema.getTypeMap())
    .filter(isUnionType)
    .filter((type) => type.name.endsWith('Result'));
  expect(unions.length).toBeGreaterThan(10);
  for (const union of unions) {
    const [success, ...errors] = union
      .getTypes()
      .toSorted((a, b) => Number(b.name.endsWith('Success')) - Number(a.name.endsWith('Success')));
    expect(success?.name).toBe(union.name.replace(/Result$/, 'Success'));
    for (const error of errors)
      expect(
        error.getInterfaces().map((type) => type.name),
        error.name,
      ).toContain('UserError');
  }
});

test('volunteers are known in public by a number alone', () => {
  expect(Object.keys(typeNamed('Volunteer').getFields()).toSorted()).toEqual(['id', 'number', 'registeredOn', 'team']);
});

test('an entry that was not accepted does not exist for others, in the page, the lists and the search alike', async () => {
  const competition = await makeCompetition(world);
  const entry = await makeEntry(world, competition, { isAccepted: false, title: '尚未受理的项目' });
  const query = `query ($slug: String!, $organization: String!) { entry(competitionSlug: $slug, number: 1) { id }
    competition(slug: $slug) { entries(search: "尚未受理") { totalCount } figures { entries } }
    organization(slug: $organization) { entries { totalCount edges { node { id } } } } }`;
  const variables = { slug: competition.slug, organization: entry.organization.slug };
  for (const viewer of [null, await makePerson(world)]) {
    const { data } = await world.run(viewer, query, variables);
    expect(data.entry).toBeNull();
    expect(data.competition).toMatchObject({ entries: { totalCount: 0 }, figures: { entries: 0 } });
    expect(data.organization.entries.totalCount).toBe(0);
  }
  for (const viewer of [entry.organization.member, competition.organizer]) {
    const { data } = await world.run(viewer, query, variables);
    expect(data.entry.id).toBe(entry.id);
    expect(data.organization.entries.edges).toEqual([{ node: { id: entry.id } }]);
    // The gallery is the same for everybody.
    expect(data.competition.entries.totalCount).toBe(0);
  }
});
