import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LockMode } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { newId } from '../../../core/graphql/node.ts';
import { localeOf } from '../../../core/locale.ts';
import { message } from '../../../core/messages.ts';
import { contextOfRequest, type RequestDeps } from '../../../core/request-context.ts';
import type { Storage } from '../../../platform/storage/index.ts';
import { isOrganizer } from '../../competitions/index.ts';
import { EntryImport, ImportState } from '../entry-import.entity.ts';
import { whyBusy } from '../transfer.queries.ts';
import { hashOfFile } from '../table/open-table.ts';

const totalMs = 5 * 60_000;
/** Tables that are on their way at a time; organizers are few. */
const most = 8;

class WrongLength extends Error {}

/**
 * `PUT /api/imports/:id`: the bytes of one table, from the person who began the import. 204 once all are stored. Until the
 * import they may be sent again, and then need another dry run.
 */
export function registerImportRoute(app: FastifyInstance, deps: RequestDeps & { storage: Storage }): void {
  let underWay = 0;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.put('/api/imports/:id', async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
      const refuse = (
        status: number,
        key: 'refusal.notFound' | 'upload.wrongLength' | 'upload.tooMany',
        code: string,
      ) => {
        if (!request.raw.complete) reply.header('connection', 'close');
        const text = message(localeOf(request.headers['accept-language']), key);
        return reply.status(status).send({ errors: [{ message: text, extensions: { code } }] });
      };
      const context = await contextOfRequest(deps, request);
      const { id } = request.params;
      const found =
        context.viewer && /^[\da-f-]{36}$/.test(id)
          ? await context.em.findOne(EntryImport, { id, startedBy: context.viewer.id })
          : null;
      if (!found || !(await isOrganizer(context, found.competition.id)) || (await whyBusy(context.em, found))) {
        return await refuse(404, 'refusal.notFound', 'NOT_FOUND');
      }
      if (underWay >= most) return await refuse(429, 'upload.tooMany', 'TOO_MANY_UPLOADS');
      underWay += 1;
      const folder = await mkdtemp(join(tmpdir(), 'laurel-import-'));
      try {
        const file = join(folder, 'table');
        await pipeline(request.raw, exactly(found.size), createWriteStream(file, { mode: 0o600 }), {
          signal: AbortSignal.timeout(totalMs),
        });
        const sha256 = await hashOfFile(file);
        const key = `imports/${id}/${newId()}`;
        await deps.storage.keep(key, file, 'application/octet-stream');
        const outdated = await unitOfWork(context, async (em) => {
          const entryImport = await em.findOneOrFail(EntryImport, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
          // Another copy of the table may have been checked or imported while this one was on its way.
          if (await whyBusy(em, entryImport)) return key;
          const before = entryImport.key;
          Object.assign(entryImport, { sha256, key, state: ImportState.RECEIVED, problemCount: null });
          return before;
        });
        if (outdated) await deps.storage.erase([outdated]);
        if (outdated === key) return await refuse(404, 'refusal.notFound', 'NOT_FOUND');
        return await reply.status(204).send();
      } catch (error) {
        if (error instanceof WrongLength) return await refuse(400, 'upload.wrongLength', 'UPLOAD_WRONG_LENGTH');
        throw error;
      } finally {
        underWay -= 1;
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}

function exactly(size: number): Transform {
  let came = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      came += chunk.length;
      if (came > size) done(new WrongLength());
      else done(null, chunk);
    },
    flush: (done) => done(came < size ? new WrongLength() : null),
  });
}
