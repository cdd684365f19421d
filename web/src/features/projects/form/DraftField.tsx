import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../../ui/layout/Stack';
import classes from './ProjectForm.module.css';
import { lengthOf, obstacleOf } from './project-fields';
import type { ProjectDraft } from './useProjectDraft';

interface Props {
  project: ProjectDraft;
  name: string;
  label: string;
  /** How many lines the box begins with; a single one without this. */
  rows?: number;
  lang?: string | undefined;
  help?: string;
  /** How much is advised at least. */
  minimum?: number;
  /** For a section, whose heading already says the name. */
  isLabelHidden?: boolean;
}

/** One box: its text, how much of the limit is used, and why it is not saved when it is not. */
export function DraftField({ project, name, label, rows, lang, help, minimum = 0, isLabelHidden = false }: Props) {
  const { t } = useTranslation('projects');
  const { text, problems } = project.draft;
  const value = text[name] ?? '';
  const limit = project.limitOf(name) ?? 0;
  const count = lengthOf(value);
  const obstacle = obstacleOf(name, text, project.limitOf);
  const error = obstacle ? t(`obstacles.${obstacle}`, { count: count - limit }) : problems[name];
  const props = {
    id: `field-${name}`,
    value,
    lang,
    error,
    description: help,
    onChange: (event: { currentTarget: { value: string } }) => project.type(name, event.currentTarget.value),
    onBlur: () => void project.flush(),
    ...(isLabelHidden ? { 'aria-label': label } : { label }),
  };
  return (
    <Stack gap={1}>
      {rows ? <Textarea {...props} autosize minRows={rows} maxRows={40} /> : <TextInput {...props} />}
      {limit > 0 && (
        <p className={classes.count} data-over={count > limit || undefined}>
          {count > 0 && count < minimum ? t('countAdvised', { count, minimum, limit }) : t('count', { count, limit })}
        </p>
      )}
    </Stack>
  );
}
