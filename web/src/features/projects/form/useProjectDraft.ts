import { useMutation } from '@apollo/client/react';
import { useMemo } from 'react';
import type { ProjectDraft_projectFragment } from '../../../gql/ProjectDraft_project';
import { SaveProjectDocument } from '../../../gql/SaveProject';
import { SaveSectionDocument } from '../../../gql/SaveSection';
import {
  basics,
  basicsInput,
  basicsPart,
  boxOf,
  fieldOfPath,
  limitsOf,
  obstacleOf,
  partOf,
  partsOf,
  sectionPart,
  type LimitOf,
} from './project-fields';
import { useDraft, type Sent, type Writing } from './useDraft';

export interface ProjectDraft extends Writing {
  limitOf: LimitOf;
}

const staysOnPage = { context: { staysOnPage: true } };

/** A project as it is being written: its basics and each of its sections are saved for themselves. */
export function useProjectDraft(project: ProjectDraft_projectFragment): ProjectDraft {
  const { id: projectId, form } = project;
  const limitOf = useMemo(() => limitsOf(form.sections), [form.sections]);
  const [saveProject] = useMutation(SaveProjectDocument, staysOnPage);
  const [saveSection] = useMutation(SaveSectionDocument, staysOnPage);

  const writing = useDraft({
    storageKey: `laurel.project.${projectId}`,
    parts: partsOf(project),
    savedAt: project.updatedAt,
    partOf,
    isFit: (name, text) => !obstacleOf(name, text, limitOf),
    async send(part, names, text, version): Promise<Sent> {
      if (part !== basics) {
        const input = { projectId, key: part, version, text: (text[boxOf(part)] ?? '').trim() };
        const result = (await saveSection({ variables: { input } })).data?.saveSection;
        switch (result?.__typename) {
          case 'SaveSectionSuccess':
            return { kind: 'saved', ...sectionPart(result.section), savedAt: result.project.updatedAt };
          case 'StaleSectionError':
            return { kind: 'stale', ...sectionPart(result.section) };
          case 'InvalidInputError':
            return { kind: 'invalid', message: result.message, problems: { [boxOf(part)]: result.fields[0]?.message } };
          default:
            return { kind: 'refused' };
        }
      }
      const input = { projectId, version, ...basicsInput(text, names) };
      const result = (await saveProject({ variables: { input } })).data?.saveProject;
      switch (result?.__typename) {
        case 'SaveProjectSuccess':
          return { kind: 'saved', ...basicsPart(result.project), savedAt: result.project.updatedAt };
        case 'StaleVersionError':
          return { kind: 'stale', ...basicsPart(result.project) };
        case 'InvalidInputError': {
          const problems: Partial<Record<string, string>> = {};
          for (const { path, message } of result.fields) {
            const name = fieldOfPath(path);
            if (name) problems[name] = message;
          }
          return { kind: 'invalid', message: result.message, problems };
        }
        default:
          return { kind: 'refused' };
      }
    },
  });
  return { ...writing, limitOf };
}
