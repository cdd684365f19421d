import { endingOf, isPictureType } from '@laurel/schema/files';
// Teaches the types of fastify what `compress` is, wherever they are read from.
import '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../../core/context.ts';
import { isId } from '../../../core/graphql/refusals.ts';
import { message } from '../../../core/messages.ts';
import { contextOfRequest, type RequestDeps } from '../../../core/request-context.ts';
import type { Storage } from '../../../platform/storage/index.ts';
import { isBlindToProject } from '../../../work/projects/index.ts';
import { visibleTo } from '../entry.policy.ts';
import { dispositionOf, rangeIn } from './file-headers.ts';

interface FileRow {
  id: string;
  project_id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  key: string;
  thumbnail_key: string | null;
}

type Deps = RequestDeps & { storage: Storage };
type FileRequest = FastifyRequest<{ Params: { id: string; name: string } }>;

/** How long a public file may still be shown after it was withdrawn; its bytes never change. */
const publicForMs = 30_000;
const publicHeader = 'public, max-age=86400, immutable';

/**
 * `GET /api/files/:id/:name` and `/api/files/:id/thumbnail`: a file for its members and the organizers, and for everybody
 * once its entry is accepted; 404 for all others. Browsers run nothing in it.
 */
export function registerFileRoute(app: FastifyInstance, deps: Deps): void {
  const known = new LRUCache<string, FileRow>({ max: 5_000, ttl: publicForMs });
  app.get('/api/files/:id/:name', { compress: false }, async (request: FileRequest, reply) => {
    const { id } = request.params;
    if (!isId(id)) return reply.callNotFound();
    const context = () => contextOfRequest(deps, request);
    let file = known.get(id) ?? null;
    if (!file) {
      file = await publicFile(deps, id);
      if (file) known.set(id, file);
    }
    const isPublic = file !== null;
    // Only a download needs the reader, for its name; a picture in a page has its name from the address.
    const isPicture = file !== null && isPictureType(file.type);
    const reader = isPublic && isPicture ? null : await context();
    if (!file && reader?.viewer) file = await fileFor(reader, id);
    if (!file) return reply.callNotFound();
    return await send(deps, request, reply, { file, reader, isPublic });
  });
}

const fields = 'u.id, u.project_id, u.name, u.type, u.size, u.sha256, u.key, u.thumbnail_key';

async function publicFile({ orm }: Deps, id: string): Promise<FileRow | null> {
  const visible = visibleTo(null);
  const [row] = await orm.em.fork().execute<FileRow[]>(
    `select ${fields} from uploads u where u.id = ? and exists (
       select from entry_attachments a join entries e on e.id = a.entry_id
       where a.upload_id = u.id and a.question is null and a.revision = e.revision and ${visible.sql})`,
    [id, ...visible.params],
  );
  return row ?? null;
}

async function fileFor({ em, viewer }: Context, id: string): Promise<FileRow | null> {
  const personId = viewer?.id ?? null;
  const visible = visibleTo(personId);
  const [row] = await em.execute<FileRow[]>(
    `select ${fields} from uploads u where u.id = ? and u.key is not null and (
       exists (select from organization_members m where m.organization_id = u.organization_id and m.user_id = ? and m.left_at is null)
       or exists (
         select from entry_attachments a join entries e on e.id = a.entry_id
         where a.upload_id = u.id and ${visible.sql} and (
           exists (select from competition_organizers o where o.competition_id = e.competition_id and o.user_id = ?)
           or (a.revision = e.revision and (a.question is null or exists (
             select from judges j join panels p on p.id = j.panel_id
             where p.competition_id = e.competition_id and j.user_id = ? and j.retired_at is null))))))`,
    [id, personId, ...visible.params, personId, personId],
  );
  return row ?? null;
}

interface Found {
  file: FileRow;
  reader: Context | null;
  isPublic: boolean;
}

async function send({ storage }: Deps, request: FileRequest, reply: FastifyReply, { file, reader, isPublic }: Found) {
  const isThumbnail = request.params.name === 'thumbnail';
  const isPicture = isPictureType(file.type);
  if (isThumbnail && !file.thumbnail_key) return reply.callNotFound();
  const etag = `"${file.sha256.slice(0, 32)}${isThumbnail ? '-t' : ''}"`;
  reply.headers({
    etag,
    'cache-control': isPublic && isPicture ? publicHeader : 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': isPicture ? 'inline' : dispositionOf(await nameFor(file, reader)),
    'accept-ranges': isThumbnail ? 'none' : 'bytes',
  });
  if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return await reply.status(304).send();
  const range = isThumbnail || request.headers['if-range'] ? null : rangeIn(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    return await reply.status(416).header('content-range', `bytes */${file.size}`).send();
  }
  const key = isThumbnail ? (file.thumbnail_key ?? '') : file.key;
  const body = await storage.read(key, range ?? undefined);
  if (!body) return reply.callNotFound();
  reply.type(isThumbnail ? 'image/webp' : file.type);
  if (range) {
    reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
    reply.header('content-length', range.end - range.start + 1);
  } else if (!isThumbnail) reply.header('content-length', file.size);
  return await reply.send(body);
}

/** A neutral name for those who judge blind. */
async function nameFor(file: FileRow, reader: Context | null): Promise<string> {
  if (!reader || !(await isBlindToProject(reader, file.project_id))) return file.name;
  return `${message(reader.locale, 'attachment.document', { number: 1 })}.${endingOf(file.name)}`;
}
