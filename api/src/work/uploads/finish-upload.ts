import { stat } from 'node:fs/promises';
import { endingOf, fileTypes, type FileEnding } from '@laurel/schema/files';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { newId } from '../../core/graphql/node.ts';
import { notFound } from '../../core/graphql/refusals.ts';
import { make, userError } from '../../core/graphql/user-error.ts';
import { message } from '../../core/messages.ts';
import { TooManyBytes } from '../../platform/storage/index.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { type CheckedFile, withCheckedFile } from '../../platform/file-checks/index.ts';
import { GateFull } from '../../platform/file-checks/index.ts';
import { Unfit } from '../../platform/file-checks/index.ts';
import { findUpload, holdUpload } from './hold-upload.ts';
import { storageOf } from './storage-of.ts';
import { unfitFile, uploadLimit } from './unfit-file.ts';
import { type Upload, UploadState } from './upload.entity.ts';
import { addressLastsSeconds, limitReached } from './upload.policy.ts';
import { attachmentOf, holdingsOf } from './upload.queries.ts';
import {
  FinishUploadSuccess,
  type FinishUploadInput,
  type UnfitFileError,
  type UploadLimitError,
  UploadMissingError,
  UploadsBusyError,
} from './upload.types.ts';

type Finished = FinishUploadSuccess | UnfitFileError | UploadLimitError | UploadMissingError | UploadsBusyError;

/** A repeated request gets the answer of the first. */
const underWay = new Map<string, Promise<Finished>>();

const busySeconds = 5;

/**
 * Looks through the bytes that came and keeps what is to be kept. No transaction is open meanwhile; whether it is still
 * wanted is asked again at the end. May be repeated: what is ready stays so.
 */
export async function finishUpload(context: Context, input: FinishUploadInput): Promise<Finished> {
  const upload = await findUpload(context, input.uploadId);
  const known = underWay.get(upload.id);
  if (known) return await known;
  const finishing = finish(context, upload);
  underWay.set(upload.id, finishing);
  try {
    return await finishing;
  } finally {
    underWay.delete(upload.id);
  }
}

async function finish(context: Context, upload: Upload): Promise<Finished> {
  if (upload.state === UploadState.READY) return make(FinishUploadSuccess, { attachment: attachmentOf(upload) });
  if (upload.state === UploadState.REFUSED) return unfitFile(context, problemOf(upload));
  if (upload.state === UploadState.REMOVED) throw notFound(context);
  try {
    const storage = storageOf(context);
    const type = fileTypes[endingOf(upload.name) as FileEnding];
    const finished = await storage.withIncoming(upload.id, upload.declaredSize, async (file) =>
      (await stat(file)).size === upload.declaredSize
        ? withCheckedFile(
            file,
            { size: upload.declaredSize, type },
            async (checked) => await keep(context, upload, checked),
          )
        : null,
    );
    if (finished === null) {
      // Or somebody else was quicker, and the bytes are where they belong.
      await context.em.refresh(upload);
      return upload.state === UploadState.AWAITED ? missing(context, upload) : await finish(context, upload);
    }
    await storage.dropIncoming(upload.id);
    return finished;
  } catch (error) {
    if (error instanceof GateFull) {
      const text = message(context.locale, 'upload.busy');
      return make(UploadsBusyError, { message: text, retryAfterSeconds: busySeconds });
    }
    if (error instanceof TooManyBytes) return await refuse(context, upload, new Unfit('MISMATCH'));
    if (error instanceof Unfit) return await refuse(context, upload, error);
    throw error;
  }
}

function missing(context: Context, { createdAt }: Upload): UploadMissingError {
  const isExpired = context.clock.now().getTime() >= createdAt.getTime() + addressLastsSeconds * 1000;
  return userError(context, UploadMissingError, 'upload.missing', { isExpired });
}

const problemOf = ({ problem }: Upload) => (problem ?? 'BROKEN') as UnfitFileError['problem'];

/** Writes the files under new keys first: whatever happens after that, at worst some bytes lie there for nobody. */
async function keep(context: Context, { id }: Upload, checked: CheckedFile): Promise<Finished> {
  const storage = storageOf(context);
  const { picture } = checked;
  const key = `${id}/${newId()}`;
  const thumbnailKey = picture && `${key}-thumbnail`;
  await storage.keep(key, checked.file, checked.type);
  if (picture && thumbnailKey) await storage.keep(thumbnailKey, picture.thumbnail, 'image/webp');
  let isKept = false;
  try {
    const finished = await unitOfWork(context, async (em, inside) => {
      const upload = await holdUpload(inside, em, id);
      if (upload.state === UploadState.READY) return make(FinishUploadSuccess, { attachment: attachmentOf(upload) });
      if (upload.state !== UploadState.AWAITED) throw notFound(context);
      const projectId = upload.project?.id ?? '';
      await em.execute('select from projects where id = ? for no key update', [projectId]);
      const now = context.clock.now();
      const holdings = await holdingsOf(em, projectId, { personId: null, now });
      const limit = limitReached(upload.purpose, checked.size, holdings);
      if (limit) return uploadLimit(context, limit);
      const [last] = await em.execute<{ ordinal: number }[]>(
        'select coalesce(max(ordinal) + 1, 0)::int as ordinal from uploads where project_id = ?',
        [projectId],
      );
      upload.state = UploadState.READY;
      upload.readyAt = now;
      upload.name = nameFor(upload.name, checked.type);
      upload.size = checked.size;
      upload.type = checked.type;
      upload.sha256 = checked.sha256;
      upload.width = picture?.width ?? null;
      upload.height = picture?.height ?? null;
      upload.key = key;
      upload.thumbnailKey = thumbnailKey;
      upload.ordinal = last?.ordinal ?? 0;
      recordAct(context, em, 'finishUpload', { type: 'Upload', id }, { name: upload.name, sha256: checked.sha256 });
      isKept = true;
      return make(FinishUploadSuccess, { attachment: attachmentOf(upload) });
    });
    return finished;
  } catch (error) {
    isKept = false;
    throw error;
  } finally {
    if (!isKept) await storage.erase(thumbnailKey ? [key, thumbnailKey] : [key]);
  }
}

async function refuse(context: Context, { id }: Upload, { problem }: Unfit): Promise<UnfitFileError> {
  await unitOfWork(context, async (em, inside) => {
    const upload = await holdUpload(inside, em, id);
    if (upload.state !== UploadState.AWAITED) return;
    upload.state = UploadState.REFUSED;
    upload.problem = problem;
  });
  await storageOf(context).dropIncoming(id);
  return unfitFile(context, problem);
}

const pictureEndings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** A picture's ending goes with what it has become. */
function nameFor(name: string, type: string): string {
  const ending = pictureEndings[type];
  if (!ending || fileTypes[endingOf(name) as FileEnding] === type) return name;
  return `${name.slice(0, -endingOf(name).length)}${ending}`;
}
