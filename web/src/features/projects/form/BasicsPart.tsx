import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Columns } from '../../../ui/layout/Columns';
import { Stack } from '../../../ui/layout/Stack';
import { DraftField } from './DraftField';
import { obstacleOf, type BasicName } from './project-fields';
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
    <Stack gap={5}>
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
      <Columns from="always" sizes="repeat(auto-fit, minmax(13rem, 1fr))" gap={5}>
        <DayField project={project} name="startedOn" />
        <DayField project={project} name="endedOn" help={t('help.endedOn')} />
      </Columns>
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
    </Stack>
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
