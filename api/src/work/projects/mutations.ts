import { mutation, mutations } from '../../core/graphql/mutations.ts';
import { InvalidInputError } from '../../core/graphql/user-error.ts';
import { createProject } from './create-project.ts';
import { noteEditing } from './note-editing.ts';
import {
  CreateProjectInput,
  CreateProjectSuccess,
  SaveProjectInput,
  SaveProjectSuccess,
  StaleVersionError,
} from './project.types.ts';
import { saveProject } from './save-project.ts';
import { saveSection } from './save-section.ts';
import {
  NoteEditingInput,
  NoteEditingSuccess,
  SaveSectionInput,
  SaveSectionSuccess,
  StaleSectionError,
} from './section.types.ts';

export const ProjectMutations = mutations({
  createProject: mutation(CreateProjectInput, createProject, [CreateProjectSuccess, InvalidInputError]),
  saveProject: mutation(SaveProjectInput, saveProject, [SaveProjectSuccess, StaleVersionError, InvalidInputError]),
  saveSection: mutation(SaveSectionInput, saveSection, [SaveSectionSuccess, StaleSectionError, InvalidInputError]),
  noteEditing: mutation(NoteEditingInput, noteEditing, [NoteEditingSuccess, InvalidInputError]),
});
