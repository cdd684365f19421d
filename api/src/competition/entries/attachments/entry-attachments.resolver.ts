import { endingOf, isPictureType } from '@laurel/schema/files';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { load, type Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { message } from '../../../core/messages.ts';
import { addressOf, thumbnailAddressOf, UploadPurpose } from '../../../work/uploads/index.ts';
import { canReadAnswers } from '../drafts/answers.policy.ts';
import { maskOf } from '../masks/entry-mask.ts';
import { Entry } from '../entry.entity.ts';
import { isBlindToEntry } from '../entry.policy.ts';
import { EntryAttachment } from './entry-attachment.entity.ts';
import { EntryAttachmentView } from './entry-attachment.types.ts';

/** The files of the revision that stands, of many entries in one statement. */
const frozenWith = async (context: Context, entry: Entry): Promise<EntryAttachment[]> =>
  await load(
    context,
    'entry.attachments',
    entry.id,
    async (ids) => {
      const rows = await context.em.execute<{ id: string }[]>(
        `select a.id from entry_attachments a join entries e on e.id = a.entry_id
         where e.id = any(?::uuid[]) and a.revision = e.revision`,
        [`{${ids.join(',')}}`],
      );
      if (rows.length === 0) return new Map();
      const frozen = await context.em.find(
        EntryAttachment,
        { id: { $in: rows.map(({ id }) => id) } },
        { populate: ['upload'], orderBy: { ordinal: 'asc' } },
      );
      return Map.groupBy(frozen, ({ entry: { id } }) => id);
    },
    [],
  );

@Resolver(() => Entry)
export class EntryAttachmentsResolver {
  @FieldResolver(() => [EntryAttachmentView], {
    description: 'Pictures and documents in their order; files that answer questions only for who may see them.',
  })
  async attachments(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryAttachmentView[]> {
    return await attachmentsOf(context, entry);
  }

  @FieldResolver(() => EntryAttachmentView, { nullable: true, description: 'The first picture.' })
  async cover(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryAttachmentView | null> {
    const attachments = await attachmentsOf(context, entry);
    return attachments.find(({ purpose }) => purpose === UploadPurpose.PICTURE) ?? null;
  }
}

async function attachmentsOf(context: Context, entry: Entry): Promise<EntryAttachmentView[]> {
  const frozen = await frozenWith(context, entry);
  if (frozen.length === 0) return [];
  const hasAnswers = frozen.some(({ question }) => question != null);
  const seesAnswers = hasAnswers && (await canReadAnswers(context, entry));
  const seen = frozen.filter(({ question }) => question == null || seesAnswers);
  const isBlind = await isBlindToEntry(context, entry);
  const mask = await maskOf(context, entry);
  const counted = { picture: 0, document: 0 };
  return seen.map(({ id, upload: frozenUpload, caption, question }) => {
    const upload = frozenUpload.unwrap();
    const kind = isPictureType(upload.type ?? '') ? 'picture' : 'document';
    counted[kind] += 1;
    const name = isBlind
      ? `${message(context.locale, `attachment.${kind}`, { number: counted[kind] })}.${endingOf(upload.name)}`
      : upload.name;
    return make(EntryAttachmentView, {
      id,
      purpose: upload.purpose,
      name,
      size: upload.size ?? 0,
      type: upload.type ?? '',
      url: addressOf(upload.id, name),
      thumbnailUrl: upload.thumbnailKey ? thumbnailAddressOf(upload.id) : null,
      width: upload.width ?? null,
      height: upload.height ?? null,
      caption: mask(caption.in(context.locale)),
      question: question ?? null,
    });
  });
}
