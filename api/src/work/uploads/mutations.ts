import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { Project } from '../projects/index.ts';
import { beginUpload } from './begin-upload.ts';
import { finishUpload } from './finish-upload.ts';
import { orderAttachments } from './order-attachments.ts';
import { removeUpload } from './remove-upload.ts';
import { setCaption } from './set-caption.ts';
import {
  BeginUploadInput,
  BeginUploadSuccess,
  FinishUploadInput,
  FinishUploadSuccess,
  OrderAttachmentsInput,
  OrderAttachmentsSuccess,
  RemoveUploadInput,
  SetCaptionInput,
  SetCaptionSuccess,
  UnfitFileError,
  UploadLimitError,
  UploadMissingError,
  UploadsBusyError,
} from './upload.types.ts';

export const UploadMutations = mutations({
  beginUpload: mutation(BeginUploadInput, beginUpload, [BeginUploadSuccess, UnfitFileError, UploadLimitError]),
  finishUpload: mutation(
    FinishUploadInput,
    finishUpload,
    [FinishUploadSuccess, UnfitFileError, UploadLimitError, UploadMissingError, UploadsBusyError],
    'Looks through the bytes that came; may be repeated.',
  ),
  removeUpload: mutation(
    RemoveUploadInput,
    removeUpload,
    Project,
    'Takes a file off its project, or gives up on one that is awaited.',
  ),
  setCaption: mutation(SetCaptionInput, setCaption, [SetCaptionSuccess, InvalidInputError]),
  orderAttachments: mutation(OrderAttachmentsInput, orderAttachments, [OrderAttachmentsSuccess, InvalidInputError]),
});
