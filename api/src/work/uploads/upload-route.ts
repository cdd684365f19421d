import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../core/graphql/refusals.ts';
import { localeOf } from '../../core/locale.ts';
import { message, type MessageKey } from '../../core/messages.ts';
import { contextOfRequest, type RequestDeps } from '../../core/request-context.ts';
import {
  isSigned,
  LocalStorage,
  type Storage,
  StorageFull,
  TooManyBytes,
  WrongLength,
} from '../../platform/storage/index.ts';
import { Upload, UploadState } from './upload.entity.ts';

interface UploadLimits {
  /** At once, of one person and of all. */
  mostOfOne: number;
  mostOfAll: number;
  /** Without a byte, and in all. */
  stallMs: number;
  totalMs: number;
}

export const uploadTimes: UploadLimits = { mostOfOne: 4, mostOfAll: 64, stallMs: 20_000, totalMs: 10 * 60_000 };

const refusals = {
  UNAUTHENTICATED: { status: 401, key: 'refusal.unauthenticated' },
  NOT_FOUND: { status: 404, key: 'refusal.notFound' },
  UPLOAD_EXPIRED: { status: 403, key: 'upload.expired' },
  UPLOAD_TOO_LARGE: { status: 413, key: 'upload.tooLarge' },
  UPLOAD_WRONG_LENGTH: { status: 400, key: 'upload.wrongLength' },
  UPLOAD_TOO_SLOW: { status: 408, key: 'upload.tooSlow' },
  TOO_MANY_UPLOADS: { status: 429, key: 'upload.tooMany' },
  STORAGE_FULL: { status: 507, key: 'upload.storageFull' },
} as const satisfies Record<string, { status: number; key: MessageKey }>;
type RefusalCode = keyof typeof refusals;

class Refused extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

type PutRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, string | undefined> }>;

/**
 * `PUT /api/uploads/:id?expires=…&signature=…`: the bytes of one upload, for the person who was given the address. 204
 * once all of them are on the disk; they may be sent again until the upload is finished. Nothing of it where browsers
 * send to a bucket.
 */
export function registerUploadRoute(
  app: FastifyInstance,
  deps: RequestDeps & { storage: Storage },
  limits: UploadLimits = uploadTimes,
): void {
  const { storage } = deps;
  if (!(storage instanceof LocalStorage)) return;
  const slots = new Slots(limits);
  void app.register(async (scope) => {
    // The body stays a stream: nothing reads it before everything that can be refused was refused.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    // At this level the address, which is signed, is not logged.
    scope.put('/api/uploads/:id', { logLevel: 'warn' }, async (request: PutRequest, reply) => {
      try {
        const { upload, personId } = await agreedUpload(deps, request);
        await slots.within(personId, async () => await take(storage, upload, request, limits));
        return await reply.status(204).send();
      } catch (error) {
        return await refuse(request, reply, codeOf(error));
      }
    });
  });
}

async function agreedUpload(deps: RequestDeps, request: PutRequest): Promise<{ upload: Upload; personId: string }> {
  const context = await contextOfRequest(deps, request);
  const personId = context.viewer?.id;
  if (personId === undefined) throw new Refused('UNAUTHENTICATED');
  const { id } = request.params;
  const upload = isId(id) ? await context.em.findOne(Upload, { id, uploadedBy: personId }) : null;
  if (upload?.state !== UploadState.AWAITED) throw new Refused('NOT_FOUND');
  const { expires = '', signature = '' } = request.query;
  const isOurs = isSigned(deps.secret, { id, size: upload.declaredSize, expires }, signature);
  if (!isOurs || context.clock.now().getTime() >= Number(expires)) throw new Refused('UPLOAD_EXPIRED');
  const told = request.headers['content-length'];
  if (told !== undefined && Number(told) > upload.declaredSize) throw new Refused('UPLOAD_TOO_LARGE');
  if (told !== undefined && Number(told) !== upload.declaredSize) throw new Refused('UPLOAD_WRONG_LENGTH');
  return { upload, personId };
}

async function take(storage: LocalStorage, upload: Upload, { raw }: PutRequest, limits: UploadLimits): Promise<void> {
  const tooSlow = new AbortController();
  const abort = () => tooSlow.abort();
  const total = setTimeout(abort, limits.totalMs);
  const stall = setTimeout(abort, limits.stallMs);
  const goOn = () => stall.refresh();
  raw.on('data', goOn).pause();
  try {
    await storage.take(upload.id, upload.declaredSize, raw, tooSlow.signal);
  } catch (error) {
    throw tooSlow.signal.aborted ? new Refused('UPLOAD_TOO_SLOW') : error;
  } finally {
    raw.off('data', goOn);
    clearTimeout(total);
    clearTimeout(stall);
  }
}

function codeOf(error: unknown): RefusalCode {
  if (error instanceof Refused) return error.code;
  if (error instanceof TooManyBytes) return 'UPLOAD_TOO_LARGE';
  if (error instanceof StorageFull) return 'STORAGE_FULL';
  // A lost connection gets no answer, but is logged.
  if (error instanceof WrongLength || isLost(error)) return 'UPLOAD_WRONG_LENGTH';
  throw error;
}

const isLost = (error: unknown) =>
  ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'HPE_INVALID_EOF_STATE'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );

async function refuse(request: FastifyRequest, reply: FastifyReply, code: RefusalCode): Promise<FastifyReply> {
  const { status, key } = refusals[code];
  const locale = localeOf(request.headers['accept-language']);
  // What may still be on its way is not read.
  if (!request.raw.complete) reply.header('connection', 'close');
  if (code === 'TOO_MANY_UPLOADS') reply.header('retry-after', '5');
  return await reply.status(status).send({ errors: [{ message: message(locale, key), extensions: { code } }] });
}

/** Counts what is on its way, by person. */
class Slots {
  readonly #ofPerson = new Map<string, number>();
  #all = 0;

  constructor(private readonly limits: UploadLimits) {}

  async within<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const own = this.#ofPerson.get(personId) ?? 0;
    if (own >= this.limits.mostOfOne || this.#all >= this.limits.mostOfAll) throw new Refused('TOO_MANY_UPLOADS');
    this.#ofPerson.set(personId, own + 1);
    this.#all += 1;
    try {
      return await work();
    } finally {
      this.#all -= 1;
      const left = (this.#ofPerson.get(personId) ?? 1) - 1;
      if (left > 0) this.#ofPerson.set(personId, left);
      else this.#ofPerson.delete(personId);
    }
  }
}
