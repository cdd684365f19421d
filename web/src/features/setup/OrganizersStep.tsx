import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AddOrganizerDocument } from '../../gql/AddOrganizer';
import { RemoveOrganizerDocument } from '../../gql/RemoveOrganizer';
import { ActionBar } from '../../ui/ActionBar';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Notice } from '../../ui/Notice';
import type { StepProps } from './BasicsStep';
import classes from './SetUp.module.css';

interface Person {
  id: string;
  name: string;
  email: string | null;
}

/** Who runs the competition. */
export function OrganizersStep({ competition, viewerId, onSaved, onNext }: StepProps & { viewerId: string }) {
  const { t } = useTranslation('setup');
  const [add, adding] = useMutation(AddOrganizerDocument);
  const [remove, removing] = useMutation(RemoveOrganizerDocument);
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string>();
  const [news, setNews] = useState<string>();
  const [going, setGoing] = useState<Person>();
  const organizers = competition.organizers ?? [];
  const called = (person: Person) => person.email ?? (person.name || t('organizers.nameless'));
  const context = { staysOnPage: true };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setNews(undefined);
    const input = { competitionId: competition.id, email };
    const result = (await add({ variables: { input }, context }).catch(() => undefined))?.data?.addOrganizer;
    if (result?.__typename === 'AddOrganizerSuccess') {
      setNews(t('organizers.added', { email }));
      setEmail('');
      await onSaved();
    } else if (result?.__typename === 'InvalidInputError') setProblem(result.fields[0]?.message ?? result.message);
    else setProblem(t('network'));
  };
  const confirm = async () => {
    if (!going) return;
    setProblem(undefined);
    const input = { competitionId: competition.id, userId: going.id };
    const result = (await remove({ variables: { input }, context }).catch(() => undefined))?.data?.removeOrganizer;
    if (result?.__typename === 'RemoveOrganizerSuccess') {
      setNews(t('organizers.removed', { person: called(going) }));
      setGoing(undefined);
      await onSaved();
    } else setProblem(result?.message ?? t('network'));
  };

  return (
    <>
      <ul className={classes.links}>
        {organizers.map((person) => (
          <li key={person.id} className={classes.person}>
            <span>
              <b>{called(person)}</b>
              {person.id === viewerId && <span className={classes.help}>{t('organizers.you')}</span>}
            </span>
            <Button
              variant="subtle"
              color="seal"
              disabled={organizers.length === 1}
              aria-label={t('organizers.removeOne', { person: called(person) })}
              onClick={() => {
                setProblem(undefined);
                setGoing(person);
              }}
            >
              {t('organizers.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form className={classes.inline} noValidate onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('organizers.email')}
          description={t('organizers.help')}
          type="email"
          autoComplete="off"
          value={email}
          error={going ? undefined : problem}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={adding.loading} disabled={email.trim() === ''}>
          {t('organizers.add')}
        </Button>
      </form>
      <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
      <ConfirmDialog
        title={t('organizers.removeTitle')}
        action={t('organizers.remove')}
        color="seal"
        isOpen={going !== undefined}
        isBusy={removing.loading}
        problem={going ? problem : undefined}
        onConfirm={() => void confirm()}
        onClose={() => setGoing(undefined)}
      >
        <p>{t('organizers.removeText', { person: going ? called(going) : '' })}</p>
      </ConfirmDialog>
      <ActionBar label={t('bar')}>
        <span />
        <Button onClick={onNext}>{t('next')}</Button>
      </ActionBar>
    </>
  );
}
