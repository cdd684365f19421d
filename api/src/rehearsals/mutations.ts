import { mutation, mutations } from '../core/graphql/mutations.ts';
import { IncompleteCompetitionError } from '../competition/setup/index.ts';
import { endRehearsal } from './end-rehearsal.ts';
import { moveRehearsal } from './move-rehearsal.ts';
import {
  AlreadyRehearsingError,
  EndRehearsalInput,
  EndRehearsalSuccess,
  MoveRehearsalInput,
  MoveRehearsalSuccess,
  RehearsalBusyError,
  StartRehearsalInput,
  StartRehearsalSuccess,
} from './rehearsal.types.ts';
import { startRehearsal } from './start-rehearsal.ts';

export const RehearsalMutations = mutations({
  startRehearsal: mutation(StartRehearsalInput, startRehearsal, [
    StartRehearsalSuccess,
    AlreadyRehearsingError,
    IncompleteCompetitionError,
  ]),
  moveRehearsal: mutation(MoveRehearsalInput, moveRehearsal, [MoveRehearsalSuccess, RehearsalBusyError]),
  endRehearsal: mutation(EndRehearsalInput, endRehearsal, [EndRehearsalSuccess, RehearsalBusyError]),
});
