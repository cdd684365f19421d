import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../forms/ActDialog';
import { LineField } from '../../forms/LineField';
import { Outcome } from '../../forms/Outcome';
import { NextBar } from '../../forms/SaveBar';
import { useAct } from '../../forms/useAct';
import { AddOrganizerDocument } from '../../gql/AddOrganizer';
import { RemoveOrganizerDocument } from '../../gql/RemoveOrganizer';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import type { StepProps } from './types';

type Person = NonNullable<StepProps['competition']['organizers']>[number];

/** Who runs the competition. */
export function OrganizersStep({ competition, viewerId, onSaved, onNext }: StepProps & { viewerId: string }) {
  const { t } = useTranslation('setup');
  const add = useAct(AddOrganizerDocument);
  const remove = useAct(RemoveOrganizerDocument);
  const [email, setEmail] = useState('');
  const [news, setNews] = useState<string>();
  const [going, setGoing] = useState<Person>();
  const organizers = competition.organizers ?? [];
  const called = (person: Person) => person.email ?? (person.name || t('organizers.nameless'));

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setNews(undefined);
    if (!(await add.run({ competitionId: competition.id, email }))) return;
    setNews(t('organizers.added', { email }));
    setEmail('');
    await onSaved();
  };
  const confirm = async (person: Person) => {
    if (!(await remove.run({ competitionId: competition.id, userId: person.id }))) return;
    setNews(t('organizers.removed', { person: called(person) }));
    setGoing(undefined);
    await onSaved();
  };

  return (
    <>
      <Stack as="ul" gap={4}>
        {organizers.map((person) => (
          <Row as="li" key={person.id} tone="strong" pad={3} padInline={4} gap={4} justify="between" nowrap>
            <Stack as="span" className="anywhere">
              <b>{called(person)}</b>
              {person.id === viewerId && <span className="soft">{t('organizers.you')}</span>}
            </Stack>
            <Button
              variant="subtle"
              color="seal"
              disabled={organizers.length === 1}
              aria-label={t('organizers.removeOne', { person: called(person) })}
              onClick={() => {
                remove.clear();
                setGoing(person);
              }}
            >
              {t('organizers.remove')}
            </Button>
          </Row>
        ))}
      </Stack>
      <Stack as="form" gap={3} noValidate onSubmit={(event: SyntheticEvent) => void submit(event)}>
        <LineField
          label={t('organizers.email')}
          description={t('organizers.help')}
          type="email"
          value={email}
          error={add.problem}
          onChange={setEmail}
        />
        <Button
          type="submit"
          variant="light"
          className="self-start"
          loading={add.isBusy}
          disabled={email.trim() === ''}
        >
          {t('organizers.add')}
        </Button>
      </Stack>
      <Outcome news={news} />
      {going && (
        <ActDialog
          act={remove}
          title={t('organizers.removeTitle')}
          action={t('organizers.remove')}
          color="seal"
          onConfirm={() => confirm(going)}
          onClose={() => setGoing(undefined)}
        >
          <p>{t('organizers.removeText', { person: called(going) })}</p>
        </ActDialog>
      )}
      <NextBar onNext={onNext} />
    </>
  );
}
