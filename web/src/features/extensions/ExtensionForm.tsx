import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../forms/ReasonField';
import { useAct } from '../../forms/useAct';
import { ExtensionsDocument } from '../../gql/Extensions';
import { GrantExtensionDocument } from '../../gql/GrantExtension';
import { OrganizationsNamedDocument } from '../../gql/OrganizationsNamed';
import { useLanguage } from '../../i18n/useLanguage';
import { useInstantWords } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { SearchBox } from '../../ui/SearchBox';
import { zoneName } from '../../ui/time/time';
import classes from './Extensions.module.css';

interface Props {
  slug: string;
  competitionId: string;
  timeZone: string;
  /** With what became of it, in words. */
  onDone: (news: string) => void;
}

const nothing = { until: '', reason: '' };

/** Chooses an organization, and says until when and why. */
export function ExtensionForm({ slug, competitionId, timeZone, onDone }: Props) {
  const { t } = useTranslation('extensions');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const inWords = useInstantWords();
  const [search, setSearch] = useState('');
  const [organization, setOrganization] = useState<{ id: string; name: string }>();
  const [draft, setDraft] = useState(nothing);
  const grant = useAct(GrantExtensionDocument, { shows: ['until', 'reason'], refetchQueries: [ExtensionsDocument] });
  const found = useQuery(OrganizationsNamedDocument, {
    variables: { slug, search },
    skip: search === '',
    context: { staysOnPage: true },
  });
  const named = search === '' ? undefined : (found.data ?? found.previousData)?.competition?.organizationsNamed;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!organization) return;
    const done = await grant.run({ competitionId, organizationId: organization.id, ...draft });
    if (!done) return;
    setOrganization(undefined);
    setSearch('');
    setDraft(nothing);
    onDone(t('grant.done', { name: organization.name, until: inWords(done.extension.until, timeZone) }));
  };

  if (!organization) {
    return (
      <Stack gap={4} className={classes.narrow}>
        <p>{t('grant.search')}</p>
        <SearchBox
          label={t('grant.searchLabel')}
          placeholder={t('grant.placeholder')}
          clearLabel={t('grant.clear')}
          value={search}
          onSearch={setSearch}
        />
        <div role="status" className={`soft small ${classes.found}`}>
          {named && named.edges.length === 0 && t('grant.nobody')}
          {named && named.totalCount > named.edges.length && t('grant.moreOf', { count: named.totalCount })}
          {found.error && common('errors.network.text')}
        </div>
        <Stack as="ul" gap={3}>
          {named?.edges.map(({ node }) => (
            <li key={node.id}>
              <button type="button" className={classes.one} onClick={() => setOrganization(node)}>
                <b>{node.name}</b>
                <span className="soft small">{node.region.name}</span>
              </button>
            </li>
          ))}
        </Stack>
      </Stack>
    );
  }
  return (
    <Stack as="form" gap={4} className={classes.narrow} noValidate onSubmit={(event) => void submit(event)}>
      <Row as="p" gap={3} rowGap={1} className="anywhere">
        <b>{organization.name}</b>
        <Button variant="subtle" onClick={() => setOrganization(undefined)}>
          {t('grant.another')}
        </Button>
      </Row>
      <TextInput
        type="datetime-local"
        label={t('grant.until')}
        description={t('grant.untilHelp', { zone: zoneName(timeZone, language) })}
        value={draft.until}
        error={grant.errorAt('until')}
        className={classes.short}
        onChange={({ currentTarget }) => setDraft({ ...draft, until: currentTarget.value.slice(0, 16) })}
      />
      <ReasonField
        label={t('reason')}
        help={t('grant.reasonHelp')}
        value={draft.reason}
        error={grant.errorAt('reason')}
        onChange={(reason) => setDraft({ ...draft, reason })}
      />
      <Outcome trouble={grant.problem} />
      <Button
        type="submit"
        className={classes.start}
        loading={grant.isBusy}
        disabled={draft.until === '' || draft.reason.trim() === ''}
      >
        {t('grant.action')}
      </Button>
    </Stack>
  );
}
