import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import * as types from './message-wording.types.ts';
import { resetMessageWording } from './reset-message-wording.ts';
import { retryMessage } from './retry-message.ts';
import { saveMessageWording } from './save-message-wording.ts';

export const MessageMutations = mutations({
  retryMessage: mutation(
    types.RetryMessageInput,
    retryMessage,
    [types.RetryMessageSuccess, types.MessageNotFailedError],
    'Sends a message that has failed once more. Organizers only.',
  ),
  saveMessageWording: mutation(
    types.SaveMessageWordingInput,
    saveMessageWording,
    [types.SaveMessageWordingSuccess, types.UnknownPlaceholderError, types.MissingPlaceholderError, InvalidInputError],
    'From now on messages of this kind say this, those that wait included. Organizers only.',
  ),
  resetMessageWording: mutation(
    types.ResetMessageWordingInput,
    resetMessageWording,
    types.MessageWording,
    'Back to the built-in words. Organizers only.',
  ),
});
