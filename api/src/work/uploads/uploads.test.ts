import { fileTypes, type FilePurpose } from '@laurel/schema/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, sql } from '../../test/act.ts';
import { begin, bring, finish, put, type Begun, type Bringer } from '../../test/files/bring.ts';
import { office, pdf } from '../../test/files/documents.ts';
import { hostileFiles, purposeOf, typeOf } from '../../test/files/hostile.ts';
import { photo } from '../../test/files/pictures.ts';
import {
  makeCompetition,
  makeJudges,
  makeOrganization,
  makePerson,
  makeProject,
  type TestCompetition,
  type TestOrganization,
} from '../../test/factories.ts';
import { decideEntry, ReviewVerdict } from '../../competition/eligibility/index.ts';
import { submitEntry, SubmitEntrySuccess } from '../../competition/entries/index.ts';
import { cookieFor, makeTestServer, type TestServer } from '../../test/server.ts';
import { makeWorld, type World } from '../../test/world.ts';
import { sweepUploads } from './sweep-uploads.ts';

let world: World;
let server: TestServer;
let organization: TestOrganization;
let member: Bringer;
beforeAll(async () => {
  world = await makeWorld(new Date().toISOString());
  server = await makeTestServer({}, world);
  organization = await makeOrganization(world);
  member = await bringer();
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** A member with a new project. */
async function bringer(): Promise<Bringer> {
  const projectId = await makeProject(world, organization);
  return { url: server.url, cookie: await cookieFor(server, organization.member.id), projectId };
}

const picture = async (name = '合影.jpg') => ({
  name,
  type: 'image/jpeg',
  purpose: 'PICTURE' as FilePurpose,
  bytes: await photo(800, 600),
});
const document = async (name = '实施方案.docx') => ({
  name,
  type: fileTypes.docx as string,
  purpose: 'DOCUMENT' as FilePurpose,
  bytes: await office(),
});

const begun = async (by: Bringer, bytes: Buffer): Promise<Begun> => {
  const answer = await begin(by, { name: 'photo.jpg', type: 'image/jpeg', purpose: 'PICTURE', size: bytes.length });
  if ('code' in answer) throw new Error(answer.message);
  return answer;
};

/** Read to the end, because a server waits for open responses before it closes. */
async function get(path: unknown, cookie?: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}${String(path)}`, { headers: { ...(cookie && { cookie }), ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const attachments = 'id purpose name size type url thumbnailUrl width height caption { zh en }';
const project = async ({ projectId }: Bringer) =>
  (
    await world.run(
      organization.member,
      `query ($id: ID!) { project(id: $id) { attachments { ${attachments} } answerFiles { ${attachments} } } }`,
      { id: projectId },
    )
  ).data.project;

const remove = async (uploadId: string, viewer = organization.member) =>
  await world.run(
    viewer,
    'mutation ($input: RemoveUploadInput!) { removeUpload(input: $input) { id attachments { id } } }',
    { input: { uploadId } },
  );

const ready = async (by: Bringer, file: Awaited<ReturnType<typeof picture>>): Promise<string> => {
  const { attachment, ...told } = await bring(by, file);
  if (!attachment) throw new Error(JSON.stringify(told));
  return String(attachment.id);
};

describe('a picture', () => {
  test('is brought, shown, captioned, put in order and removed', async () => {
    const by = await bringer();
    const told = await bring(by, await picture());
    expect(told).toMatchObject({
      code: 'FinishUploadSuccess',
      attachment: { name: '合影.jpg', type: 'image/jpeg', width: 600, height: 800, caption: { zh: null } },
    });
    const first = String(told.attachment?.id);
    expect(await finish(by, first)).toMatchObject({ code: 'FinishUploadSuccess' });
    const shown = await get(told.attachment?.url, by.cookie);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('cache-control')).toBe('private, no-cache');
    const again = await get(told.attachment?.url, by.cookie, { 'if-none-match': shown.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    const small = await get(told.attachment?.thumbnailUrl, by.cookie);
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);

    const second = await ready(by, await picture('门牌.png.jpg'));
    const caption = { zh: '重阳节 ', en: '' };
    expect(
      await act(
        world,
        organization.member,
        'setCaption',
        { uploadId: second, caption },
        '... on SetCaptionSuccess { attachment { caption { zh en } } }',
      ),
    ).toMatchObject({ attachment: { caption: { zh: '重阳节', en: null } } });
    const ordered = { projectId: by.projectId, uploadIds: [second, crypto.randomUUID()] };
    await act(world, organization.member, 'orderAttachments', ordered);
    const ids = (await project(by)).attachments.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([second, first]);
    await remove(second);
    expect((await project(by)).attachments).toHaveLength(1);
    expect(await finish(by, second)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that was sent twice, and finished twice at once, is there once', async () => {
    const by = await bringer();
    const bytes = await photo(300, 200);
    const { uploadId, url } = await begun(by, bytes);
    expect(await finish(by, uploadId)).toMatchObject({ code: 'UploadMissingError' });
    expect((await put(by, url, { bytes, breaksOff: 200 })).status).toBe(0);
    for (let i = 0; i < 2; i += 1) expect((await put(by, url, { bytes })).status).toBe(204);
    const told = await Promise.all([finish(by, uploadId), finish(by, uploadId)]);
    expect(told.map(({ code }) => code)).toEqual(['FinishUploadSuccess', 'FinishUploadSuccess']);
    expect((await project(by)).attachments).toHaveLength(1);
    expect(await put(by, url, { bytes })).toEqual({ status: 404, code: 'NOT_FOUND' });
  });

  test('is no longer taken where there is enough; PostgreSQL says so too', async () => {
    const by = await bringer();
    const first = await ready(by, await picture());
    await sql(
      world,
      `insert into uploads (id, organization_id, project_id, purpose, name, declared_size, declared_type, state, size, type, sha256, key,
         thumbnail_key, width, height, created_at, ready_at)
       select gen_random_uuid(), organization_id, project_id, purpose, name, declared_size, declared_type, 'READY', size, type, sha256,
         'copy-' || i || id, 'x', width, height, created_at, ready_at from uploads, generate_series(1, 10) as i where id = ?`,
      [first],
    );
    const late = await begun(by, await photo(300, 200));
    await put(by, late.url, { bytes: await photo(300, 200) });
    await ready(by, await picture());
    expect(await finish(by, late.uploadId)).toMatchObject({ code: 'UploadLimitError' });
    expect(await bring(by, await picture())).toMatchObject({
      code: 'UploadLimitError',
      message: expect.stringContaining('12'),
    });
    await expect(
      sql(
        world,
        "update uploads set state = 'READY', size = 1, type = 'application/pdf', sha256 = repeat('a', 64), key = 'k', ready_at = now() where id = ?",
        [late.uploadId],
      ),
    ).rejects.toThrow(/no more files/);
    await expect(sql(world, "update uploads set sha256 = repeat('b', 64) where id = ?", [first])).rejects.toThrow(
      /never changes/,
    );
  });
});

describe('an address', () => {
  test.each<[string, (by: Bringer, bytes: Buffer, address: string) => Promise<object>, object]>([
    [
      'takes no more than was agreed',
      (by, bytes, to) => put(by, to, { bytes: Buffer.concat([bytes, bytes]) }),
      { status: 413, code: 'UPLOAD_TOO_LARGE' },
    ],
    [
      'nor in chunks',
      (by, bytes, to) => put(by, to, { bytes: Buffer.concat([bytes, bytes]), told: null }),
      { status: 413, code: 'UPLOAD_TOO_LARGE' },
    ],
    [
      'nor less',
      (by, bytes, to) => put(by, to, { bytes: bytes.subarray(1) }),
      { status: 400, code: 'UPLOAD_WRONG_LENGTH' },
    ],
    [
      'nor less in chunks',
      (by, bytes, to) => put(by, to, { bytes: bytes.subarray(1), told: null }),
      { status: 400, code: 'UPLOAD_WRONG_LENGTH' },
    ],
    [
      'is for whoever got it, signed in',
      (by, bytes, to) => put({ ...by, cookie: '' }, to, { bytes }),
      { status: 401, code: 'UNAUTHENTICATED' },
    ],
    [
      'has an end that cannot be moved',
      (by, bytes, to) => put(by, to.replace(/expires=\d/, 'expires=9'), { bytes }),
      { status: 403, code: 'UPLOAD_EXPIRED' },
    ],
    [
      'is used by our own pages alone',
      (by, bytes, to) => put(by, to, { bytes, headers: { origin: 'https://evil.example' } }),
      { status: 403, code: 'FORBIDDEN' },
    ],
    [
      'is of one upload',
      (by, bytes, to) => put(by, to.replace(/uploads\/[^?]+/, `uploads/${crypto.randomUUID()}`), { bytes }),
      { status: 404, code: 'NOT_FOUND' },
    ],
  ])('%s', async (_, send, outcome) => {
    const bytes = await photo(300, 200);
    const { uploadId, url } = await begun(member, bytes);
    expect(await send(member, bytes, url)).toMatchObject(outcome);
    expect(await finish(member, uploadId)).toMatchObject({ code: 'UploadMissingError' });
  });

  test('is of one person: a colleague has to begin their own', async () => {
    const bytes = await photo(300, 200);
    const { url } = await begun(member, bytes);
    const colleague = await makePerson(world);
    await sql(
      world,
      "insert into organization_members (id, organization_id, user_id, role, joined_at) values (gen_random_uuid(), ?, ?, 'EDITOR', now())",
      [organization.id, colleague.id],
    );
    expect((await put({ ...member, cookie: await cookieFor(server, colleague.id) }, url, { bytes })).status).toBe(404);
  });
});

test('a stranger, and a project that nobody has, find nothing', async () => {
  const stranger = await makePerson(world);
  const uploadId = await ready(member, await picture());
  const file = { projectId: member.projectId, purpose: 'PICTURE', name: 'a.jpg', size: 1, type: 'image/jpeg' };
  for (const [name, input] of Object.entries({
    beginUpload: file,
    finishUpload: { uploadId },
    setCaption: { uploadId, caption: {} },
    orderAttachments: { projectId: member.projectId, uploadIds: [] },
  })) {
    expect(await act(world, stranger, name, input), name).toBe('NOT_FOUND');
    const nobodys = { ...input, ...('uploadId' in input ? { uploadId: 'x' } : { projectId: 'x' }) };
    expect(await act(world, organization.member, name, nobodys), name).toBe('NOT_FOUND');
  }
  expect((await remove(uploadId, stranger)).errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  const { url } = (await project(member)).attachments[0];
  for (const cookie of [undefined, await cookieFor(server, stranger.id)])
    expect((await get(url, cookie)).status).toBe(404);
});

test('a caption has its length', async () => {
  const uploadId = await ready(member, await picture());
  const input = { uploadId, caption: { zh: '长'.repeat(121) } };
  expect(
    await act(world, organization.member, 'setCaption', input, '... on InvalidInputError { fields { path } }'),
  ).toMatchObject({
    fields: [{ path: 'caption.zh' }],
  });
});

describe('hostile files', () => {
  test('none is taken, each is told why, and nothing is left of them', { timeout: 60_000 }, async () => {
    const by = await bringer();
    const files = [...Map.groupBy(await hostileFiles(), ({ problem }) => problem).values()].map(([first]) => first);
    for (const file of files) {
      if (!file) continue;
      const told = await bring(by, { ...file, type: typeOf(file), purpose: purposeOf(file) });
      expect(told, file.kind).toMatchObject({ code: 'UnfitFileError', problem: file.problem });
      expect(told.message).toMatch(/\.$/);
    }
    expect((await project(by)).attachments).toEqual([]);
  });
});

describe('what an entry froze', () => {
  let competition: TestCompetition;
  const accept = (entryId: string) =>
    decideEntry(world.contextOf(competition.organizer), { entryId, verdict: ReviewVerdict.ACCEPT });
  const entered = async (by: Bringer, isAccepted: boolean): Promise<{ id: string; number: number }> => {
    const categoryId = competition.categoryIds[0] ?? '';
    const context = world.contextOf(organization.member);
    const result = await submitEntry(context, { projectId: by.projectId, competitionId: competition.id, categoryId });
    if (!(result instanceof SubmitEntrySuccess)) throw new Error(result.message);
    if (isAccepted) await accept(result.entry.id);
    return result.entry;
  };
  const fields = 'name url thumbnailUrl caption question purpose';
  const entryAs = async (viewer: Parameters<World['run']>[0], number: number) =>
    (
      await world.run(
        viewer,
        `query ($slug: String!, $n: Int!) { entry(competitionSlug: $slug, number: $n) { cover { thumbnailUrl } attachments { ${fields} } } }`,
        { slug: competition.slug, n: number },
      )
    ).data.entry;
  beforeAll(async () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const open = { opensAt: hours(-24), closesAt: hours(24) };
    competition = await makeCompetition(world, {
      stages: { SUBMISSION: open, REVIEW: open },
      scoringRules: { REVIEW: { isBlind: true } },
    });
  });

  test('is for its members and the organizers first, for everybody once it is accepted, and stays when the project moves on', async () => {
    const by = await bringer();
    const pictureId = await ready(by, await picture());
    const documentId = await ready(by, await document());
    const { id, number } = await entered(by, false);
    const [shown, paper] = (await entryAs(competition.organizer, number)).attachments;
    const organizer = await cookieFor(server, competition.organizer.id);
    expect([(await get(shown.url)).status, (await get(shown.url, organizer)).status]).toEqual([404, 200]);
    await accept(id);
    for (const uploadId of [pictureId, documentId]) await remove(uploadId);
    expect((await project(by)).attachments).toEqual([]);
    expect(await entryAs(null, number)).toMatchObject({
      cover: { thumbnailUrl: shown.thumbnailUrl },
      attachments: [{ name: '合影.jpg' }, { name: '实施方案.docx' }],
    });
    const seen = await get(shown.url);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'public, max-age=86400, immutable']);
    const saved = await get(paper.url, undefined, { range: 'bytes=0-1' });
    expect([saved.status, saved.text]).toEqual([206, 'PK']);
    expect(saved.headers.get('content-disposition')).toBe(
      `attachment; filename="file.docx"; filename*=UTF-8''${encodeURIComponent('实施方案.docx')}`,
    );
    expect((await get(paper.url, undefined, { range: 'bytes=99999999-' })).status).toBe(416);
    await sql(world, "update uploads set created_at = now() - interval '3 days' where id = ?", [pictureId]);
    await sweepUploads({ ...world.operator(), em: world.orm.em.fork(), storage: world.storage, clock: world.clock });
    expect((await get(shown.url)).status).toBe(200);
    await expect(sql(world, 'delete from uploads where id = ?', [pictureId])).rejects.toThrow(/entry_attachments/);
    await expect(sql(world, 'update entry_attachments set ordinal = 9')).rejects.toThrow(/stands/);
  });

  test('names nobody to who judges blind', async () => {
    const by = await bringer();
    const name =
      (await sql<{ name_zh: string }>(world, 'select name_zh from organizations where id = ?', [organization.id]))[0]
        ?.name_zh ?? '';
    const uploadId = await ready(by, await picture(`${name}合影.jpg`));
    await ready(by, await document(`${name}方案.docx`));
    await act(world, organization.member, 'setCaption', { uploadId, caption: { zh: `${name}在社区` } });
    const { number } = await entered(by, true);
    const [judge] = await makeJudges(world, competition, 1);
    const { attachments: seen } = await entryAs(judge ?? null, number);
    expect(seen).toMatchObject([{ name: 'Picture 1.jpg', caption: '■■■在社区' }, { name: 'Document 1.docx' }]);
    const saved = await get(seen[1].url, await cookieFor(server, judge?.id ?? ''));
    expect(saved.headers.get('content-disposition')).not.toContain(encodeURIComponent(name.charAt(0)));
  });
});

test('what nobody waits for is swept away after a day', async () => {
  const by = await bringer();
  const bytes = await photo(300, 200);
  const waiting = await begun(by, bytes);
  const old = await begun(by, bytes);
  const removed = await ready(by, await picture());
  await remove(removed);
  await put(by, old.url, { bytes });
  await sql(world, "update uploads set created_at = now() - interval '25 hours' where id in (?, ?)", [
    old.uploadId,
    removed,
  ]);
  const context = world.operator();
  expect(await sweepUploads(context)).toBe(2);
  expect(await sql(world, 'select id from uploads where project_id = ?', [by.projectId])).toEqual([
    { id: waiting.uploadId },
  ]);
  expect(await world.storage.withIncoming(old.uploadId, 1e9, async () => 'there')).toBeNull();
});

test('a PDF with a Chinese name is brought and saved under it', async () => {
  const by = await bringer();
  const file = { name: '「银龄」方案 (1).pdf', type: 'application/pdf', purpose: 'ANSWER' as const, bytes: pdf() };
  const { attachment } = await bring(by, file);
  expect(await project(by)).toMatchObject({
    attachments: [],
    answerFiles: [{ id: attachment?.id, purpose: 'ANSWER' }],
  });
  const saved = await get(attachment?.url, by.cookie);
  const encoded = /filename\*=UTF-8''(.+)$/.exec(saved.headers.get('content-disposition') ?? '')?.[1] ?? '';
  expect([decodeURIComponent(encoded), /[()]/.test(encoded)]).toEqual([file.name, false]);
});
