import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../core/context.ts';
import { make } from '../../core/graphql/user-error.ts';
import { Upload, UploadPurpose, UploadState } from './upload.entity.ts';
import type { Holdings } from './upload.policy.ts';
import { Attachment } from './upload.types.ts';

const dayMs = 24 * 60 * 60 * 1000;

export async function holdingsOf(
  em: EntityManager,
  projectId: string,
  { personId, now }: { personId: string | null; now: Date },
): Promise<Holdings> {
  const rows = await em.execute<{ purpose: UploadPurpose; count: number; bytes: string }[]>(
    `select purpose, count(*)::int as count, sum(size) as bytes from uploads
     where project_id = ? and state = 'READY' group by purpose`,
    [projectId],
  );
  const [begun] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from uploads where uploaded_by_id = ? and created_at > ?',
    [personId, new Date(now.getTime() - dayMs)],
  );
  const counted = (purpose: UploadPurpose) => rows.find((row) => row.purpose === purpose)?.count ?? 0;
  return {
    ready: {
      PICTURE: counted(UploadPurpose.PICTURE),
      DOCUMENT: counted(UploadPurpose.DOCUMENT),
      ANSWER: counted(UploadPurpose.ANSWER),
    },
    readyBytes: rows.reduce((sum, { bytes }) => sum + Number(bytes), 0),
    begunToday: begun?.count ?? 0,
  };
}

/** The files of a project that are ready, in their order; of many projects in one statement. */
export async function readyUploadsOf(context: Context, projectId: string): Promise<Upload[]> {
  return await load(
    context,
    'project.uploads',
    projectId,
    async (ids) => {
      const uploads = await context.em.find(
        Upload,
        { project: { $in: [...ids] }, state: UploadState.READY },
        { orderBy: { ordinal: 'asc', id: 'asc' } },
      );
      return Map.groupBy(uploads, (upload) => upload.project?.id ?? '');
    },
    [],
  );
}

/** These addresses answer 404 to a viewer who may not see the file. */
export const addressOf = (uploadId: string, name: string): string =>
  `/api/files/${uploadId}/${encodeURIComponent(name)}`;
export const thumbnailAddressOf = (uploadId: string): string => `/api/files/${uploadId}/thumbnail`;

export const attachmentOf = (upload: Upload): Attachment =>
  make(Attachment, {
    id: upload.id,
    purpose: upload.purpose,
    name: upload.name,
    size: upload.size ?? 0,
    type: upload.type ?? '',
    url: addressOf(upload.id, upload.name),
    thumbnailUrl: upload.thumbnailKey ? thumbnailAddressOf(upload.id) : null,
    width: upload.width ?? null,
    height: upload.height ?? null,
    caption: upload.caption,
  });
