import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DraftField } from './DraftField';
import classes from './ProjectForm.module.css';
import { obstacleOf } from './project-fields';
import type { ProjectDraft } from './useProjectDraft';

export function BasicsPart({ project }: { project: ProjectDraft }) {
  const { t } = useTranslation('projects');
  const { text, problems } = project.draft;
  const obstacle = obstacleOf('startedOn', text);
  return (
    <div className={classes.boxes}>
      <DraftField project={project} name="titleZh" lang="zh-CN" help={t('help.titleZh')} />
      <DraftField project={project} name="titleEn" lang="en" />
      <DraftField project={project} name="summaryZh" lang="zh-CN" rows={3} help={t('help.summaryZh')} />
      <DraftField project={project} name="summaryEn" lang="en" rows={3} />
      <DraftField project={project} name="beneficiaries" help={t('help.beneficiaries')} />
      <div className={classes.pair}>
        <NativeSelect
          id="field-language"
          label={t('fields.language')}
          value={text.language}
          data={(['ZH_CN', 'EN'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={({ currentTarget }) => project.type('language', currentTarget.value)}
          onBlur={() => void project.flush()}
        />
        <TextInput
          id="field-startedOn"
          type="date"
          label={t('fields.startedOn')}
          value={text.startedOn}
          error={obstacle ? t(`obstacles.${obstacle}`) : problems.startedOn}
          onChange={({ currentTarget }) => project.type('startedOn', currentTarget.value)}
          onBlur={() => void project.flush()}
        />
      </div>
    </div>
  );
}
