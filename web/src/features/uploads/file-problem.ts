import {
  endingsFor,
  fileTypes,
  problemBefore,
  tidyName,
  type FilePurpose,
  endingOf,
  type FileEnding,
} from '@laurel/schema/files';
import { limits, uploadLimits } from '@laurel/schema/limits';

/** For the field that chooses files; a phone then offers its camera and turns its own formats into these. */
export const acceptFor = (purpose: FilePurpose): string =>
  [...new Set(endingsFor(purpose).flatMap((ending) => [fileTypes[ending], `.${ending}`]))].join(',');

/** A file with the name under which it is sent, and what speaks against it before it is. */
export function readied(purpose: FilePurpose, { name, size }: { name: string; size: number }) {
  const tidy = tidyName(name, limits.fileName);
  const type = fileTypes[endingOf(tidy) as FileEnding] ?? '';
  return { name: tidy, problem: problemBefore(purpose, { name: tidy, size, type }, limits.fileName) };
}

const megabyte = 1024 * 1024;

/** The numbers in the words for them. */
export const limitWords = {
  pictureMb: uploadLimits.pictureBytes / megabyte,
  documentMb: uploadLimits.documentBytes / megabyte,
  pictures: uploadLimits.pictures,
  documents: uploadLimits.documents,
  characters: limits.fileName,
};
