import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftField } from './DraftField';
import { obstacleOf, type BasicName } from './project-fields';
import classes from './ProjectForm.module.css';
import type { ProjectDraft } from './useProjectDraft';

/** Where a project is and which team does it: chosen among what other features know. */
export type PlacesSlot = (boxes: {
  regionId: string;
  teamId: string;
  problemOf: (name: 'regionId' | 'teamId') => string | undefined;
  onChange: (name: 'regionId' | 'teamId', id: string) => void;
}) => ReactNode;

interface BasicsProps {
  project: ProjectDraft;
  places: PlacesSlot | undefined;
}

export function BasicsPart({ project, places }: BasicsProps) {
  const { t } = useTranslation('projects');
  const { text } = project.draft;
  const box = (name: BasicName) => ({ project, name, label: t(`fields.${name}`) });
  return (
    <div className={classes.boxes}>
      <DraftField {...box('titleZh')} lang="zh-CN" help={t('help.titleZh')} />
      <DraftField {...box('titleEn')} lang="en" />
      <DraftField {...box('summaryZh')} lang="zh-CN" rows={3} help={t('help.summaryZh')} />
      <DraftField {...box('summaryEn')} lang="en" rows={3} />
      <DraftField {...box('beneficiaries')} help={t('help.beneficiaries')} />
      <NativeSelect
        id="field-language"
        label={t('fields.language')}
        value={text['language'] ?? ''}
        data={(['ZH_CN', 'EN'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        onChange={({ currentTarget }) => project.type('language', currentTarget.value)}
        onBlur={() => void project.flush()}
      />
      <div className={classes.pair}>
        <DayField project={project} name="startedOn" />
        <DayField project={project} name="endedOn" help={t('help.endedOn')} />
      </div>
      {places?.({
        regionId: text['regionId'] ?? '',
        teamId: text['teamId'] ?? '',
        problemOf: (name) => project.draft.problems[name],
        onChange(name, id) {
          project.type(name, id);
          void project.flush();
        },
      })}
      <DraftField {...box('videoUrl')} help={t('help.videoUrl')} />
    </div>
  );
}

interface DayProps {
  project: ProjectDraft;
  name: 'startedOn' | 'endedOn';
  help?: string;
}

function DayField({ project, name, help }: DayProps) {
  const { t } = useTranslation('projects');
  const { text, problems } = project.draft;
  const obstacle = obstacleOf(name, text, project.limitOf);
  return (
    <TextInput
      id={`field-${name}`}
      type="date"
      label={t(`fields.${name}`)}
      description={help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text[name] ?? ''}
      error={obstacle ? t(`obstacles.${obstacle}`) : problems[name]}
      onChange={({ currentTarget }) => project.type(name, currentTarget.value)}
      onBlur={() => void project.flush()}
    />
  );
}
