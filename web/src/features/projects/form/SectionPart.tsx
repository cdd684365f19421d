import { useTranslation } from 'react-i18next';
import type { ProjectDraft_projectFragment } from '../../../gql/ProjectDraft_project';
import { Stack } from '../../../ui/layout/Stack';
import { Paragraphs } from '../../../ui/text/Paragraphs';
import { DraftField } from './DraftField';
import { boxOf } from './project-fields';
import classes from './ProjectForm.module.css';
import type { ProjectDraft } from './useProjectDraft';

export type FormSection = ProjectDraft_projectFragment['form']['sections'][number];

/** What a section asks, and what makes an answer good: the lines of its prompt. */
export const linesOf = ({ prompt }: Pick<FormSection, 'prompt'>): { question: string; hints: string[] } => {
  const [question = '', ...hints] = prompt.split('\n').filter(Boolean);
  return { question, hints };
};

/** One section of the form: what good looks like, an example to unfold, and room to write. */
export function SectionPart({ project, section }: { project: ProjectDraft; section: FormSection }) {
  const { t } = useTranslation('projects');
  const { hints } = linesOf(section);
  return (
    <Stack gap={5}>
      <div className={classes.hints}>
        {hints.length > 0 && (
          <>
            <p className="small gold">{t('whatIsGood')}</p>
            <ul>
              {hints.map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
          </>
        )}
        {section.example && (
          <details className={classes.example}>
            <summary>{t('example')}</summary>
            <Paragraphs text={section.example} />
          </details>
        )}
      </div>
      <DraftField
        project={project}
        name={boxOf(section.key)}
        label={section.name}
        rows={section.maxLength > 200 ? 10 : 2}
        minimum={section.minLength}
        lang={project.draft.text['language'] === 'EN' ? 'en' : 'zh-CN'}
        isLabelHidden
      />
    </Stack>
  );
}
