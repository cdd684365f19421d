import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../../forms/useAct';
import { FormsDocument } from '../../../gql/Forms';
import { CreateProjectDocument } from '../../../gql/CreateProject';
import { useLanguage } from '../../../i18n/useLanguage';
import { Dialog, DialogActions } from '../../../ui/Dialog';
import { Stack } from '../../../ui/layout/Stack';
import { Outcome } from '../../../ui/Outcome';
import { fieldOfPath, lengthOf, limitsOf } from '../form/project-fields';

const limitOf = limitsOf([]);

interface Props {
  organization: { id: string; name: string };
  onClose: () => void;
}

/** A title is enough to begin. */
export function NewProjectDialog({ organization, onClose }: Props) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  const navigate = useNavigate();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [formKey, setFormKey] = useState('project');
  const { data: known } = useQuery(FormsDocument);
  const forms = known?.forms ?? [];
  const act = useAct(CreateProjectDocument, { shows: 'all' });
  const [lacksTitle, setLacksTitle] = useState(false);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const title = { zh: zh.trim() || null, en: en.trim() || null };
    setLacksTitle(!title.zh && !title.en);
    if (!title.zh && !title.en) return;
    const done = await act.run({
      organizationId: organization.id,
      formKey,
      title,
      language: title.zh ? 'ZH_CN' : 'EN',
    });
    if (done) await navigate(`/projects/${done.project.id}`);
  };

  const problem = lacksTitle ? t('new.needsTitle') : act.problem;
  const fieldProblems = Object.fromEntries(act.fields.map(({ path, message }) => [fieldOfPath(path), message]));
  const over = (name: 'titleZh' | 'titleEn', text: string) => lengthOf(text) - (limitOf(name) ?? 0);
  const errorOf = (name: 'titleZh' | 'titleEn', text: string) =>
    over(name, text) > 0 ? t('obstacles.tooLong', { count: over(name, text) }) : fieldProblems[name];
  const chinese = (
    <TextInput
      key="zh"
      label={t('fields.titleZh')}
      description={t('help.titleZh')}
      lang="zh-CN"
      value={zh}
      error={errorOf('titleZh', zh)}
      onChange={({ currentTarget }) => setZh(currentTarget.value)}
      data-autofocus={language === 'zh-CN' || undefined}
    />
  );
  const english = (
    <TextInput
      key="en"
      label={t('fields.titleEn')}
      lang="en"
      value={en}
      error={errorOf('titleEn', en)}
      onChange={({ currentTarget }) => setEn(currentTarget.value)}
      data-autofocus={language === 'en' || undefined}
    />
  );
  return (
    <Dialog title={t('new.title')} isOpen onClose={onClose}>
      <p>{t('new.lead', { organization: organization.name })}</p>
      <Stack as="form" gap={4} onSubmit={(event) => void create(event)} noValidate>
        {forms.length > 1 && (
          <NativeSelect
            label={t('new.form')}
            value={formKey}
            data={forms.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={({ currentTarget }) => setFormKey(currentTarget.value)}
          />
        )}
        {chinese}
        {english}
        <Outcome trouble={problem} />
        <DialogActions>
          <Button type="submit" loading={act.isBusy} disabled={over('titleZh', zh) > 0 || over('titleEn', en) > 0}>
            {t('new.create')}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
