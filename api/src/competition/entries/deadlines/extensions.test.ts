import { afterEach, expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeOrganizer, sorted } from '../../../test/act.ts';
import {
  makeCompetition,
  makeEntry,
  makeOrganization,
  makePerson,
  makeProject,
  toCome,
  type TestCompetition,
  type TestOrganization,
} from '../../../test/factories.ts';
import type { World } from '../../../test/world.ts';
import type { EntryContent } from '../content.ts';
import { withFiles } from '../hand-in/resubmit-entry.ts';

const world = sharedWorld();
afterEach(() => world.clock.set('2026-11-21T12:00:00Z'));

const rule = {
  graceMinutes: 0,
  filesGraceMinutes: 0,
  entriesPerOrganization: null,
  reviewersNeeded: 1,
  holdsDecisions: false,
  correctionDays: 7,
};
const problems = '... on InvalidInputError { fields { path } }';
const setSubmissionRuleFields = `... on SubmissionRuleStandsError { fieldNames } ${problems}`;
const setRule = (competition: TestCompetition, change: object, viewer = competition.organizer) =>
  world.act(
    viewer,
    'setSubmissionRule',
    { competitionId: competition.id, ...rule, ...change },
    setSubmissionRuleFields,
  );
const grant = (
  competition: TestCompetition,
  { id: organizationId }: TestOrganization,
  change: object = {},
  viewer = competition.organizer,
) => {
  const input = {
    competitionId: competition.id,
    organizationId,
    until: '2026-12-03T20:00',
    reason: '水灾断网',
    ...change,
  };
  return world.act(
    viewer,
    'grantExtension',
    input,
    `
    ... on GrantExtensionSuccess { extension { id until reason grantedBy organization { id } } competition { extensionCount } } ${problems}`,
  );
};
const submit = async (competition: TestCompetition, organization: TestOrganization) => {
  const projectId = await makeProject(world, organization);
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  return world.act(
    organization.member,
    'submitEntry',
    input,
    `... on SubmitEntrySuccess { entry { id number } }
    ... on SubmissionsClosedError { closesAt } ... on TooManyEntriesError { limit }`,
  );
};
const ask = async (viewer: Parameters<World['run']>[0], { slug }: TestCompetition, fields: string) =>
  (await world.run(viewer, `query ($slug: String!) { competition(slug: $slug) { ${fields} } }`, { slug })).data
    .competition;

test('everybody reads how entries are handed in, in sentences, whether or not somebody said so', async () => {
  const competition = await makeCompetition(world);
  const fields = 'submissionRule { graceMinutes entriesPerOrganization correctionDays sentences }';
  expect((await ask(null, competition, fields)).submissionRule).toMatchObject({
    graceMinutes: 0,
    entriesPerOrganization: null,
    sentences: expect.arrayContaining(['Nothing is taken after the deadline.']),
  });
  const generous = { graceMinutes: 90, filesGraceMinutes: 2880, correctionDays: 10 };
  expect((await setRule(competition, generous)).__typename).toBe('SetSubmissionRuleSuccess');
  const { submissionRule } = await ask(null, competition, fields);
  expect(submissionRule).toMatchObject({ graceMinutes: 90, correctionDays: 10 });
  expect(submissionRule.sentences).toEqual([
    expect.stringContaining('clock of the server'),
    'What arrives up to 90 minutes after the deadline is still taken, and marked as late.',
    'Up to 2 days after the deadline, files can be added to an entry that has been handed in.',
    'An entry that is returned can be corrected within 10 days.',
  ]);
});

test('once submissions have opened the rule gives and takes nothing, in code and in PostgreSQL', async () => {
  const before = await makeCompetition(world, { stages: { SUBMISSION: toCome } });
  const anything = { entriesPerOrganization: 2, reviewersNeeded: 3, holdsDecisions: true };
  expect((await setRule(before, { ...anything, graceMinutes: 60 })).__typename).toBe('SetSubmissionRuleSuccess');
  expect((await setRule(before, rule)).__typename).toBe('SetSubmissionRuleSuccess');
  const competition = await makeCompetition(world);
  expect(await setRule(competition, { ...anything, correctionDays: 6 })).toMatchObject({
    __typename: 'SubmissionRuleStandsError',
    fieldNames: ['entriesPerOrganization', 'reviewersNeeded', 'holdsDecisions', 'correctionDays'],
  });
  expect((await setRule(competition, { graceMinutes: 30 })).__typename).toBe('SetSubmissionRuleSuccess');
  expect(await setRule(competition, { graceMinutes: 29 })).toMatchObject({ fieldNames: ['graceMinutes'] });
  for (const change of ['grace_minutes = 29', 'entries_per_organization = 5', 'reviewers_needed = 2']) {
    const statement = `update submission_rules set ${change} where competition_id = ?`;
    await world.refuses(statement, [competition.id], /gives and does not take/);
  }
  await world.refuses('delete from submission_rules where competition_id = ?', [competition.id], /gives/);
  const other = await makeCompetition(world);
  await world.refuses(
    'insert into submission_rules (competition_id, reviewers_needed) values (?, 2)',
    [other.id],
    /gives/,
  );
  expect(await world.sql("select details from audit_events where act = 'setSubmissionRule' limit 1")).toHaveLength(1);
});

test.each([
  ['graceMinutes', 1441],
  ['graceMinutes', -1],
  ['filesGraceMinutes', 10_081],
  ['entriesPerOrganization', 0],
  ['entriesPerOrganization', 101],
  ['reviewersNeeded', 6],
  ['correctionDays', 0],
])('a rule with %s %i is refused and nothing changes', async (field, value) => {
  const competition = await makeCompetition(world, { stages: { SUBMISSION: toCome } });
  expect(await setRule(competition, { [field]: value })).toMatchObject({ fields: [{ path: field }] });
  expect(await world.sql('select * from submission_rules where competition_id = ?', [competition.id])).toEqual([]);
});

test('an organization with an extension hands in until then, to the instant, and others do not', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const granted = await grant(competition, organization);
  expect(granted).toMatchObject({
    extension: { until: '2026-12-03T12:00:00.000Z', reason: '水灾断网', organization: { id: organization.id } },
    competition: { extensionCount: 1 },
  });
  const told = await world.sql("select params from messages where kind = 'EXTENSION_GRANTED' and subject_id = ?", [
    granted.extension.id,
  ]);
  expect(told).toEqual([
    { params: expect.objectContaining({ until: { at: '2026-12-03T12:00:00.000Z', timeZone: 'Asia/Shanghai' } }) },
  ]);
  world.clock.set('2026-12-03T12:00:00Z');
  expect((await submit(competition, organization)).__typename).toBe('SubmitEntrySuccess');
  expect(await submit(competition, await makeOrganization(world))).toMatchObject({
    __typename: 'SubmissionsClosedError',
    closesAt: '2026-12-01T00:00:00.000Z',
  });
  world.clock.set('2026-12-03T12:00:00.001Z');
  expect(await submit(competition, organization)).toMatchObject({
    __typename: 'SubmissionsClosedError',
    message: expect.stringContaining('extension of your organization ended'),
    closesAt: '2026-12-03T12:00:00.000Z',
  });
  expect((await setRule(competition, { graceMinutes: 10 })).__typename).toBe('SetSubmissionRuleSuccess');
  const { entry } = await submit(competition, organization);
  expect(await world.sql('select timing from entry_revisions where entry_id = ?', [entry.id])).toEqual([
    { timing: 'IN_GRACE' },
  ]);
});

test('the window says what holds for whom, and who organizes sees every extension', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  await grant(competition, organization);
  const projectId = await makeProject(world, organization);
  world.clock.set('2026-12-02T00:00:00Z');
  const window = 'submissionWindow { state deadline extendedUntil }';
  expect(await ask(null, competition, window)).toEqual({
    submissionWindow: { state: 'CLOSED', deadline: '2026-12-01T00:00:00.000Z', extendedUntil: null },
  });
  const own = { state: 'OPEN', deadline: '2026-12-03T12:00:00.000Z', extendedUntil: '2026-12-03T12:00:00.000Z' };
  const mine = window.replace('Window {', `Window(projectId: "${projectId}") {`);
  expect((await ask(organization.member, competition, mine)).submissionWindow).toEqual(own);
  expect((await ask(competition.organizer, competition, mine)).submissionWindow).toMatchObject({ state: 'CLOSED' });
  const list = 'extensionCount extensions(first: 5) { totalCount edges { node { reason organization { id } } } }';
  expect(await ask(null, competition, list)).toEqual({ extensionCount: 1, extensions: { totalCount: 0, edges: [] } });
  expect((await ask(competition.organizer, competition, list)).extensions.edges).toEqual([
    { node: { reason: '水灾断网', organization: { id: organization.id } } },
  ]);
  const search = 'organizationsNamed(search: "ORGANIZATION") { totalCount }';
  expect((await ask(competition.organizer, competition, search)).organizationsNamed.totalCount).toBeGreaterThan(1);
  expect((await ask(organization.member, competition, search)).organizationsNamed.totalCount).toBe(0);
});

test('what is no later, over, too far, shorter, or shown by no clock is no extension', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const refused = (until: string) => grant(competition, organization, { until });
  for (const [until, words] of [
    ['2026-12-01T08:00', 'has to end later'],
    ['2027-12-30T08:00', 'at most a year'],
  ] as const) {
    expect(await refused(until)).toMatchObject({
      __typename: 'ExtensionRefusedError',
      message: expect.stringContaining(words),
    });
  }
  expect(await refused('2026-12-32T08:00')).toMatchObject({ fields: [{ path: 'until' }] });
  expect(await grant(competition, organization, { reason: ' ' })).toMatchObject({ fields: [{ path: 'reason' }] });
  world.clock.set('2026-12-20T00:00:00Z');
  expect((await refused('2026-12-19T08:00')).message).toContain('is over');
  expect((await refused('2026-12-24T08:00')).__typename).toBe('GrantExtensionSuccess');
  expect((await refused('2026-12-23T08:00')).message).toContain('revoke that one');
  // A longer one takes its place.
  expect(await refused('2026-12-25T08:00')).toMatchObject({ competition: { extensionCount: 1 } });
  await world.sql('update competitions set results_published_at = now() where id = ?', [competition.id]);
  expect((await refused('2026-12-26T08:00')).message).toContain('published');
  const none = await makeCompetition(world, { stages: { SUBMISSION: null } });
  expect((await grant(none, organization)).message).toContain('no submissions');
});

test('a revoked extension holds no more; what was handed in stands, and so does the record', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  const { extension } = await grant(competition, organization);
  world.clock.set('2026-12-02T00:00:00Z');
  const { entry } = await submit(competition, organization);
  const revokeExtensionFields = `... on RevokeExtensionSuccess { competition { extensionCount } } ${problems}`;
  const revoke = (reason: string, viewer = competition.organizer, extensionId: string = extension.id) =>
    world.act(viewer, 'revokeExtension', { extensionId, reason }, revokeExtensionFields);
  expect(await revoke('')).toMatchObject({ fields: [{ path: 'reason' }] });
  expect(await revoke('x', organization.member)).toBe('NOT_FOUND');
  expect(await revoke('x', competition.organizer, 'x')).toBe('NOT_FOUND');
  expect(await revoke('误发')).toMatchObject({ competition: { extensionCount: 0 } });
  const told = await world.sql("select params from messages where kind = 'EXTENSION_REVOKED' and subject_id = ?", [
    extension.id,
  ]);
  expect(told).toEqual([
    {
      params: expect.objectContaining({
        reason: '误发',
        until: { at: '2026-12-01T00:00:00.000Z', timeZone: 'Asia/Shanghai' },
      }),
    },
  ]);
  expect((await revoke('误发')).message).toContain('revoked or replaced');
  expect((await submit(competition, organization)).__typename).toBe('SubmissionsClosedError');
  expect(await world.sql('select status from entries where id = ?', [entry.id])).toEqual([{ status: 'SUBMITTED' }]);
  const again = await grant(competition, organization);
  world.clock.set('2026-12-03T12:00:00.001Z');
  expect((await revoke('x', competition.organizer, again.extension.id)).message).toContain('is over');
  for (const statement of [
    "update extensions set until = until + interval '1 day' where id = ?",
    'update extensions set revoked_at = null, revocation_reason = null where id = ?',
    'delete from extensions where id = ?',
    `insert into extensions (id, competition_id, organization_id, until, reason, granted_at)
     select gen_random_uuid(), competition_id, organization_id, '2026-12-01T00:00:00Z', 'x', now() from extensions where id = ?`,
  ]) {
    await world.refuses(statement, [extension.id], /stands|after the deadline/);
  }
});

test('strangers neither set rules nor give extensions, and organizers give none to whom they may not see', async () => {
  const competition = await makeCompetition(world);
  const organization = await makeOrganization(world);
  for (const viewer of [organization.member, await makeOrganizer(world, await makeCompetition(world))]) {
    expect(await grant(competition, organization, {}, viewer)).toBe('FORBIDDEN');
    expect(await setRule(competition, {}, viewer)).toBe('FORBIDDEN');
  }
  expect(await grant(competition, organization, { organizationId: crypto.randomUUID() })).toBe('NOT_FOUND');
  await world.sql(
    "update organizations set status = 'PENDING', verified_at = null, verified_by_id = null where id = ?",
    [organization.id],
  );
  expect(await grant(competition, organization)).toBe('NOT_FOUND');
  expect(await setRule(competition, { competitionId: 'x' }, await makePerson(world))).toBe('NOT_FOUND');
});

test('what was returned is handed in by its own deadline, whether submissions are open or not, and is marked so', async () => {
  const competition = await makeCompetition(world, { stages: { VOTING: toCome, REVIEW: toCome } });
  const { id, organization } = await makeEntry(world, competition, { isAccepted: false });
  const until = '2026-12-10T15:59:59.999Z';
  const decision = { entryId: id, verdict: 'RETURN', reason: '缺时数', correctionUntil: until };
  expect((await world.act(competition.organizer, 'decideEntry', decision)).__typename).toBe('DecideEntrySuccess');
  const resubmit = () => world.act(organization.member, 'resubmitEntry', { entryId: id });
  world.clock.set('2026-12-10T16:00:00Z');
  expect((await resubmit()).__typename).toBe('SubmissionsClosedError');
  const insert = (at: string, timing: string) =>
    world.sql(
      `insert into entry_revisions (entry_id, revision, content, text, sha256, submitted_at, submitted_by_id, timing)
       select entry_id, 2, c, text_of_entry(c), encode(sha256(convert_to(text_of_entry(c), 'UTF8')), 'hex'), ?,
         submitted_by_id, ?
       from entry_revisions cross join lateral (select jsonb_set(content, '{revision}', '2') as c) x where entry_id = ?`,
      [at, timing, id],
    );
  await expect(insert('2026-12-10T16:00:00Z', 'CORRECTION')).rejects.toThrow(/not the time/);
  await expect(insert('2026-11-22T00:00:00Z', 'ON_TIME')).rejects.toThrow(/not the time/);
  world.clock.set(until);
  expect((await resubmit()).__typename).toBe('ResubmitEntrySuccess');
  expect(await world.sql('select timing from entry_revisions where entry_id = ? order by revision', [id])).toEqual([
    { timing: 'ON_TIME' },
    { timing: 'CORRECTION' },
  ]);
  // Handed in, it has the deadline of everybody again, which is over.
  const withdraw = { entryId: id, reason: 'x' };
  expect((await world.act(organization.member, 'withdrawEntry', withdraw)).__typename).toBe('SubmissionsClosedError');
});

test('an organization has as many entries as the rule allows; one that was withdrawn makes room', async () => {
  const competition = await makeCompetition(world, { stages: { SUBMISSION: toCome } });
  await setRule(competition, { entriesPerOrganization: 1 });
  await world.sql(
    "update stages set opens_at = '2026-11-01T00:00:00Z' where competition_id = ? and kind = 'SUBMISSION'",
    [competition.id],
  );
  const organization = await makeOrganization(world);
  const [first, second] = await Promise.all([submit(competition, organization), submit(competition, organization)]);
  expect(sorted<string>([first.__typename, second.__typename])).toEqual(['SubmitEntrySuccess', 'TooManyEntriesError']);
  const { entry } = first.entry ? first : second;
  await world.refuses(
    `insert into entries select (e2).* from (select jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
       'number', 99, 'status', 'SUBMITTED')) as e2 from entries e where id = ?) x`,
    [entry.id],
    /as many entries/,
  );
  const withdraw = { entryId: entry.id, reason: 'x' };
  expect((await world.act(organization.member, 'withdrawEntry', withdraw)).__typename).toBe('WithdrawEntrySuccess');
  expect((await submit(competition, organization)).__typename).toBe('SubmitEntrySuccess');
});

test('after the grace only files follow: the text stays, and without a new file nothing is handed in', async () => {
  const competition = await makeCompetition(world);
  await setRule(competition, { graceMinutes: 10, filesGraceMinutes: 60 });
  const { id, projectId, organization } = await makeEntry(world, competition, { isAccepted: false });
  const change = { projectId, key: 'needs', version: 1, text: '截止后改写' };
  await world.act(organization.member, 'saveSection', change);
  world.clock.set('2026-12-01T00:30:00Z');
  const again = await world.act(organization.member, 'resubmitEntry', { entryId: id });
  expect(again).toMatchObject({
    __typename: 'SubmissionsClosedError',
    message: expect.stringContaining('files can be'),
  });
  const withdraw = { entryId: id, reason: 'x' };
  expect((await world.act(organization.member, 'withdrawEntry', withdraw)).__typename).toBe('SubmissionsClosedError');

  const [row] = await world.sql<{ content: EntryContent }>('select content from entry_revisions where entry_id = ?', [
    id,
  ]);
  const content = row?.content as EntryContent;
  const file = { name: 'a.jpg', sha256: 'aa' };
  const now = { ...content, revision: 2, titleZh: '改名', attachments: [file] };
  expect(withFiles(content, now)).toEqual({ ...content, revision: 2, attachments: [file] });
  expect(withFiles({ ...content, attachments: [file] }, now)).toBeNull();
  expect(
    withFiles({ ...content, attachments: [{ name: 'b', sha256: 'bb' }] }, { ...now, attachments: [file, file] }),
  ).toBeNull();
  const insert = (told: object) =>
    world.sql(
      `insert into entry_revisions (entry_id, revision, content, text, sha256, submitted_at, submitted_by_id, timing)
       select entry_id, 2, c, text_of_entry(c), encode(sha256(convert_to(text_of_entry(c), 'UTF8')), 'hex'),
         '2026-12-01T01:00:00Z', submitted_by_id, 'FILES_LATER'
       from entry_revisions cross join lateral (select content || ?::jsonb as c) x where entry_id = ? and revision = 1`,
      [JSON.stringify({ revision: 2, ...told }), id],
    );
  await expect(insert({ attachments: [file], titleZh: '改名' })).rejects.toThrow(/not the time/);
  await insert({ attachments: [file] });
});
