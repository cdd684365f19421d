import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { addOrganizer } from './add-organizer.ts';
import { beginCompetition } from './basics/begin-competition.ts';
import { setCategories } from './basics/set-categories.ts';
import { setCompetitionBasics } from './basics/set-competition-basics.ts';
import { copyCompetition } from './copy/copy-competition.ts';
import { openCompetition } from './open-competition.ts';
import { removeOrganizer } from './remove-organizer.ts';
import * as types from './setup.types.ts';
import { moveStage } from './stages/move-stage.ts';
import { setStages } from './stages/set-stages.ts';
import * as stages from './stages/stage.types.ts';

export const SetUpMutations = mutations({
  beginCompetition: mutation(types.BeginCompetitionInput, beginCompetition, [
    types.BeginCompetitionSuccess,
    types.SlugTakenError,
    InvalidInputError,
  ]),
  copyCompetition: mutation(types.CopyCompetitionInput, copyCompetition, [
    types.CopyCompetitionSuccess,
    types.SlugTakenError,
    InvalidInputError,
  ]),
  setCompetitionBasics: mutation(types.SetCompetitionBasicsInput, setCompetitionBasics, [
    types.SetCompetitionBasicsSuccess,
    types.CompetitionOpenedError,
    types.SlugTakenError,
    InvalidInputError,
  ]),
  setCategories: mutation(types.SetCategoriesInput, setCategories, [
    types.SetCategoriesSuccess,
    types.CompetitionOpenedError,
    types.CategoryInUseError,
    InvalidInputError,
  ]),
  setStages: mutation(stages.SetStagesInput, setStages, [
    stages.SetStagesSuccess,
    types.CompetitionOpenedError,
    stages.StageInUseError,
    InvalidInputError,
  ]),
  moveStage: mutation(stages.MoveStageInput, moveStage, [
    stages.MoveStageSuccess,
    stages.StageStandsError,
    InvalidInputError,
  ]),
  addOrganizer: mutation(types.AddOrganizerInput, addOrganizer, [types.AddOrganizerSuccess, InvalidInputError]),
  removeOrganizer: mutation(types.RemoveOrganizerInput, removeOrganizer, [
    types.RemoveOrganizerSuccess,
    types.LastOrganizerError,
  ]),
  openCompetition: mutation(types.OpenCompetitionInput, openCompetition, [
    types.OpenCompetitionSuccess,
    types.IncompleteCompetitionError,
    types.CompetitionOpenedError,
  ]),
});
