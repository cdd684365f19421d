import { useTranslation } from 'react-i18next';
import { DraftField } from './DraftField';
import classes from './ProjectForm.module.css';
import type { SectionName } from './project-fields';
import type { ProjectDraft } from './useProjectDraft';

const hints = ['one', 'two', 'three'] as const;

/** One of the five sections: what good looks like, and room to write. */
export function SectionPart({ project, name }: { project: ProjectDraft; name: SectionName }) {
  const { t } = useTranslation('projects');
  return (
    <div className={classes.boxes}>
      <div className={classes.hints}>
        <p className={classes.hintsTitle}>{t('whatIsGood')}</p>
        <ul>
          {hints.map((hint) => (
            <li key={hint}>{t(`hints.${name}.${hint}`)}</li>
          ))}
        </ul>
      </div>
      <DraftField
        project={project}
        name={name}
        rows={10}
        lang={project.draft.text.language === 'EN' ? 'en' : 'zh-CN'}
        isLabelHidden
      />
    </div>
  );
}
