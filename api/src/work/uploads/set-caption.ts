import { setCaptionInput } from '@laurel/schema/inputs';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { parseInput } from '../../core/graphql/parse-input.ts';
import { notFound } from '../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { holdUpload } from './hold-upload.ts';
import { UploadState } from './upload.entity.ts';
import { attachmentOf } from './upload.queries.ts';
import { SetCaptionSuccess, type SetCaptionInput } from './upload.types.ts';

/** Says what is to be seen; an empty caption is none. */
export async function setCaption(
  context: Context,
  input: SetCaptionInput,
): Promise<SetCaptionSuccess | InvalidInputError> {
  return await unitOfWork(context, async (em, inside) => {
    const upload = await holdUpload(inside, em, input.uploadId);
    if (upload.state !== UploadState.READY) throw notFound(context);
    const parsed = parseInput(context, setCaptionInput, input);
    if (parsed instanceof InvalidInputError) return parsed;
    upload.caption = LocalizedText.of(parsed.caption);
    return make(SetCaptionSuccess, { attachment: attachmentOf(upload) });
  });
}
