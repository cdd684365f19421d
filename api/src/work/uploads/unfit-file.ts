import type { FileProblem } from '@laurel/schema/files';
import { uploadLimits } from '@laurel/schema/limits';
import type { Locale } from '../../core/locale.ts';
import { message } from '../../core/messages.ts';
import { make } from '../../core/graphql/user-error.ts';
import { UnfitFileError, UploadLimitError, type UploadLimit } from './upload.types.ts';

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

export const unfitFile = ({ locale }: { locale: Locale }, problem: FileProblem): UnfitFileError =>
  make(UnfitFileError, {
    message: message(locale, `upload.unfit.${problem}`, {
      picture: megabytes(uploadLimits.pictureBytes),
      document: megabytes(uploadLimits.documentBytes),
      megapixels: uploadLimits.picturePixels / 1_000_000,
    }),
    problem,
  });

export const uploadLimit = ({ locale }: { locale: Locale }, limit: UploadLimit): UploadLimitError =>
  make(UploadLimitError, {
    message: message(locale, `upload.limit.${limit}`, {
      pictures: uploadLimits.pictures,
      documents: uploadLimits.documents,
      answers: uploadLimits.answers,
      megabytes: megabytes(uploadLimits.projectBytes),
      perDay: uploadLimits.perDay,
    }),
    limit,
  });
