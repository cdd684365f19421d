import { useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@laurel/schema/limits';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { GrantExtensionDocument } from '../../gql/GrantExtension';
import { OrganizationsNamedDocument } from '../../gql/OrganizationsNamed';
import { useLanguage } from '../../i18n/useLanguage';
import { useInstantWords } from '../../ui/DateTime';
import { Notice } from '../../ui/Notice';
import { SearchBox } from '../../ui/SearchBox';
import { zoneName } from '../../ui/time';
import classes from './Extensions.module.css';

interface Props {
  slug: string;
  competitionId: string;
  timeZone: string;
  /** With what became of it, in words. */
  onDone: (news: string) => void;
}

interface Problems {
  message?: string;
  fields?: readonly { path: string; message: string }[];
}
const nothing = { until: '', reason: '' };

/** Chooses an organization, and says until when and why. */
export function ExtensionForm({ slug, competitionId, timeZone, onDone }: Props) {
  const { t } = useTranslation('extensions');
  const language = useLanguage();
  const inWords = useInstantWords();
  const [search, setSearch] = useState('');
  const [organization, setOrganization] = useState<{ id: string; name: string }>();
  const [draft, setDraft] = useState(nothing);
  const [problems, setProblems] = useState<Problems>();
  const [grant, { loading }] = useMutation(GrantExtensionDocument, { context: { staysOnPage: true } });
  const found = useQuery(OrganizationsNamedDocument, {
    variables: { slug, search },
    skip: search === '',
    context: { staysOnPage: true },
  });
  const named = search === '' ? undefined : (found.data ?? found.previousData)?.competition?.organizationsNamed;
  const errorAt = (path: string) => problems?.fields?.find((field) => field.path === path)?.message;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!organization) return;
    setProblems(undefined);
    const input = { competitionId, organizationId: organization.id, ...draft };
    const answer = await grant({ variables: { input } }).catch(() => undefined);
    const result = answer?.data?.grantExtension;
    if (result?.__typename !== 'GrantExtensionSuccess') return setProblems(result ?? { message: t('network') });
    setOrganization(undefined);
    setSearch('');
    setDraft(nothing);
    onDone(t('grant.done', { name: organization.name, until: inWords(result.extension.until, timeZone) }));
  };

  if (!organization) {
    return (
      <div className={classes.form}>
        <p>{t('grant.search')}</p>
        <SearchBox
          label={t('grant.searchLabel')}
          placeholder={t('grant.placeholder')}
          clearLabel={t('grant.clear')}
          value={search}
          onSearch={setSearch}
        />
        <div role="status" className={classes.faint}>
          {named && named.edges.length === 0 && t('grant.nobody')}
          {named && named.totalCount > named.edges.length && t('grant.moreOf', { count: named.totalCount })}
          {found.error && t('network')}
        </div>
        <ul className={classes.found}>
          {named?.edges.map(({ node }) => (
            <li key={node.id}>
              <button type="button" className={classes.one} onClick={() => setOrganization(node)}>
                <b>{node.name}</b>
                <span className={classes.faint}>{node.region.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <form className={classes.form} noValidate onSubmit={(event) => void submit(event)}>
      <p className={classes.chosen}>
        <b>{organization.name}</b>
        <Button variant="subtle" onClick={() => setOrganization(undefined)}>
          {t('grant.another')}
        </Button>
      </p>
      <TextInput
        type="datetime-local"
        label={t('grant.until')}
        description={t('grant.untilHelp', { zone: zoneName(timeZone, language) })}
        value={draft.until}
        error={errorAt('until')}
        className={classes.short}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={({ currentTarget }) => setDraft({ ...draft, until: currentTarget.value.slice(0, 16) })}
      />
      <Textarea
        label={t('reason')}
        description={t('grant.reasonHelp')}
        value={draft.reason}
        error={errorAt('reason')}
        autosize
        minRows={2}
        maxLength={limits.reason}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={({ currentTarget }) => setDraft({ ...draft, reason: currentTarget.value })}
      />
      <div role="alert">{problems?.message && <Notice tone="trouble">{problems.message}</Notice>}</div>
      <Button
        type="submit"
        className={classes.button}
        loading={loading}
        disabled={draft.until === '' || draft.reason.trim() === ''}
      >
        {t('grant.action')}
      </Button>
    </form>
  );
}
