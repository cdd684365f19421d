import { useMutation, useQuery } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormsDocument } from '../../../gql/Forms';
import { CreateProjectDocument } from '../../../gql/CreateProject';
import { useLanguage } from '../../../i18n/useLanguage';
import { Dialog, DialogActions } from '../../../ui/Dialog';
import { Notice } from '../../../ui/Notice';
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
  const [problem, setProblem] = useState<string>();
  const [fieldProblems, setFieldProblems] = useState<{ titleZh?: string; titleEn?: string }>({});
  const [createProject, { loading }] = useMutation(CreateProjectDocument);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setFieldProblems({});
    if (!zh.trim() && !en.trim()) {
      setProblem(t('new.needsTitle'));
      return;
    }
    const answer = await createProject({
      variables: {
        input: {
          organizationId: organization.id,
          formKey,
          title: { zh: zh.trim() || null, en: en.trim() || null },
          language: zh.trim() ? 'ZH_CN' : 'EN',
        },
      },
    }).catch(() => undefined);
    const result = answer?.data?.createProject;
    switch (result?.__typename) {
      case 'CreateProjectSuccess':
        await navigate(`/projects/${result.project.id}`);
        return;
      case 'InvalidInputError':
        setProblem(result.message);
        setFieldProblems(Object.fromEntries(result.fields.map(({ path, message }) => [fieldOfPath(path), message])));
        return;
      default:
        setProblem(t('new.failed'));
    }
  };

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
      <form onSubmit={(event) => void create(event)} noValidate style={{ display: 'grid', gap: '1rem' }}>
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
        <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
        <DialogActions>
          <Button type="submit" loading={loading} disabled={over('titleZh', zh) > 0 || over('titleEn', en) > 0}>
            {t('new.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
