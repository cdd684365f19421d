import { expect, test } from 'vitest';
import { sharedWorld } from '../../../test/shared-world.ts';
import { makeCompetition, makeEntry, makeOrganization, makePerson, makeProject } from '../../../test/factories.ts';
import { hashOfText, textOfEntry, type EntryContent } from '../content.ts';

const world = sharedWorld();

const fields = `... on ResubmitEntrySuccess { entry { number revision title submittedAt sections { key text } } }
  ... on EntryNotEditableError { status } ... on IncompleteProjectError { missing { kind key } }
  ... on SubmissionsClosedError { closesAt }`;

interface Kept {
  revision: number;
  content: EntryContent;
  text: string;
  sha256: string;
}
const keptOf = (entryId: string) =>
  world.sql<Kept>('select * from entry_revisions where entry_id = ? order by revision', [entryId]);

test('an entry that waits is handed in anew under its number, and what was handed in before is kept', async () => {
  const competition = await makeCompetition(world);
  const { id, projectId, organization, number } = await makeEntry(world, competition, { isAccepted: false });
  const again = () => world.act(organization.member, 'resubmitEntry', { entryId: id }, fields);
  await world.act(organization.member, 'saveSection', { projectId, key: 'needs', version: 1, text: '改写过的需求' });
  world.clock.set('2026-11-22T12:00:00Z');
  const { entry } = await again();
  expect(entry).toMatchObject({ number, revision: 2, submittedAt: '2026-11-22T12:00:00.000Z' });
  expect(entry.sections[0]).toEqual({ key: 'needs', text: '改写过的需求' });
  // Sent again because its answer was lost: nothing was changed in between, and nothing is.
  world.clock.set('2026-11-22T12:01:00Z');
  expect((await again()).entry).toEqual(entry);
  world.clock.set('2026-11-21T12:00:00Z');
  const kept = await keptOf(id);
  expect(kept.map(({ revision, content }) => [revision, content.sections[0]?.text])).toEqual([
    [1, '老人无人照料。'],
    [2, '改写过的需求'],
  ]);
  for (const { content, text, sha256, revision } of kept) {
    expect(textOfEntry(content)).toBe(text);
    expect(hashOfText(text)).toBe(sha256);
    expect(text).toContain(`laurel entry 1\ncompetition ${competition.slug}\nnumber ${number}\nrevision ${revision}\n`);
  }
});

test('a text as odd as people write is told by both sides alike', async () => {
  const content: EntryContent = {
    competition: 'c',
    number: 7,
    revision: 3,
    category: 'k',
    form: 'project',
    organizationZh: '单位“甲”',
    organizationEn: null,
    region: '22',
    titleZh: null,
    titleEn: 'A "title" \\ with $1 and \t tab',
    summaryZh: '',
    summaryEn: '\n',
    language: 'EN',
    startedOn: '2024-02-29',
    endedOn: null,
    beneficiaries: '👩‍👧𠮷',
    videoUrl: 'https://film.example/1',
    sections: [{ key: 'needs', name: {}, text: 'a\n\nsection goals\nb ', isRequired: true }],
    answers: [{ key: 'hours', prompt: {}, kind: 'NUMBER', value: '2.50' }],
    attachments: [{ name: '照片 1.jpg', sha256: 'ab' }],
  };
  for (const told of [content, { ...content, sections: [], answers: [], attachments: [] }]) {
    const [row] = await world.sql<{ text: string }>('select text_of_entry(?::jsonb) as text', [JSON.stringify(told)]);
    expect(row?.text).toBe(textOfEntry(told));
  }
});

test('PostgreSQL keeps every hand-in, and takes no text or hash that is not its own', async () => {
  const competition = await makeCompetition(world);
  const { id } = await makeEntry(world, competition, { isAccepted: false });
  for (const statement of [
    "update entry_revisions set text = 'x' where entry_id = ?",
    'delete from entry_revisions where entry_id = ?',
    `insert into entry_revisions select entry_id, 2, content, text || ' ', sha256, submitted_at from entry_revisions where entry_id = ?`,
    `insert into entry_revisions select entry_id, 2, content, text, md5(sha256), submitted_at from entry_revisions where entry_id = ?`,
    "update entries set title_zh = 'x' where id = ?",
    `update entries set sections = '[{"key":"needs","text":"x","isRequired":true}]' where id = ?`,
    "update entries set sections = '[]', revision = revision + 1 where id = ?",
    `update entries set sections = '[{"key":"needs","text":"","isRequired":true}]', revision = revision + 1 where id = ?`,
  ]) {
    await world.refuses(statement, [id], /kept|not those|handed in anew|sections_written/);
  }
});

test('an entry that was accepted, one of others, one too late and one with a gap stay as they are', async () => {
  const competition = await makeCompetition(world);
  const accepted = await makeEntry(world, competition);
  const waiting = await makeEntry(world, competition, { isAccepted: false });
  const again = (entryId: string, viewer = waiting.organization.member) =>
    world.act(viewer, 'resubmitEntry', { entryId }, fields);
  expect(await again(accepted.id, accepted.organization.member)).toMatchObject({
    __typename: 'EntryNotEditableError',
    status: 'ACCEPTED',
  });
  expect(await again(waiting.id, await makePerson(world))).toBe('NOT_FOUND');
  expect(await again('x')).toBe('NOT_FOUND');
  const change = { projectId: waiting.projectId, key: 'goals', version: 1, text: '' };
  await world.act(waiting.organization.member, 'saveSection', change);
  expect(await again(waiting.id)).toMatchObject({ missing: [{ kind: 'SECTION', key: 'goals' }] });
  world.clock.set('2026-12-01T00:00:00.001Z');
  expect(await again(waiting.id)).toMatchObject({ __typename: 'SubmissionsClosedError' });
  world.clock.set('2026-11-21T12:00:00Z');
  await world.refuses(
    "update entries set title_zh = 'x', revision = revision + 1 where id = ?",
    [accepted.id],
    /handed in anew/,
  );
  expect(await keptOf(waiting.id)).toHaveLength(1);
});

test('a call for cases takes cases, from the first word to the accepted entry', async () => {
  const competition = await makeCompetition(world, { formKey: 'case' });
  const { member, id: organizationId } = await makeOrganization(world);
  const { data } = await world.run(
    member,
    `query ($slug: String!) { competition(slug: $slug) { form { key name titleName sections {
      key name prompt example minLength maxLength isRequired } } } forms { key } }`,
    { slug: competition.slug },
    'zh-CN',
  );
  const { form } = data.competition;
  expect(data.forms).toEqual([{ key: 'project' }, { key: 'case' }]);
  expect(form).toMatchObject({ key: 'case', name: '案例', titleName: '案例名称' });
  const names = form.sections.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['关键词', '案例主体', '背景与起因', '主要做法', '成效与反响', '下一步打算']);
  const { project } = await world.act(
    member,
    'createProject',
    { organizationId, formKey: form.key, title: { zh: '送餐也是探视' } },
    '... on CreateProjectSuccess { project { id version form { key } sections { key text version } missing { key name } } }',
  );
  expect(project).toMatchObject({ version: 1, form: { key: 'case' } });
  expect(project.missing[0]).toEqual({ key: 'summary', name: 'Summary' });
  for (const { key } of project.sections) {
    const input = { projectId: project.id, key, version: 0, text: `写在${key}里的话` };
    expect((await world.act(member, 'saveSection', input)).__typename).toBe('SaveSectionSuccess');
  }
  const summary = { projectId: project.id, version: 1, summary: { zh: '一句话' } };
  expect((await world.act(member, 'saveProject', summary)).__typename).toBe('SaveProjectSuccess');
  const input = { projectId: project.id, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  const { entry } = await world.act(member, 'submitEntry', input, '... on SubmitEntrySuccess { entry { id } }');
  expect(
    (await world.act(competition.organizer, 'decideEntry', { entryId: entry.id, verdict: 'ACCEPT' })).__typename,
  ).toBe('DecideEntrySuccess');
  const page = await world.run(
    null,
    'query ($slug: String!) { entry(competitionSlug: $slug, number: 1) { title sections { key name text } } }',
    { slug: competition.slug },
  );
  expect(page.data.entry).toMatchObject({ title: '送餐也是探视' });
  expect(page.data.entry.sections.at(-1)).toEqual({
    key: 'next_steps',
    name: 'Next steps',
    text: '写在next_steps里的话',
  });
});

test('a project does not enter a call for cases, and no form is made up', async () => {
  const competition = await makeCompetition(world, { formKey: 'case' });
  const organization = await makeOrganization(world);
  const projectId = await makeProject(world, organization);
  const input = { projectId, competitionId: competition.id, categoryId: competition.categoryIds[0] };
  expect(
    await world.act(organization.member, 'submitEntry', input, '... on WrongFormError { form { key } }'),
  ).toMatchObject({ __typename: 'WrongFormError', form: { key: 'case' } });
  const begin = { organizationId: organization.id, formKey: 'poem', title: { en: 'x' } };
  expect(
    await world.act(organization.member, 'createProject', begin, '... on InvalidInputError { fields { path } }'),
  ).toMatchObject({ fields: [{ path: 'formKey' }] });
  const { id } = await makeEntry(world, await makeCompetition(world), { isAccepted: false });
  await world.refuses(
    `update competitions set form_id = (select id from forms where key = 'case')
       where id = (select competition_id from entries where id = ?)`,
    [id],
    /handed in on this form/,
  );
});
