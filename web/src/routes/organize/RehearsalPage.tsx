import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { JobProgress } from '../../features/jobs/JobProgress';
import { PageQuery } from '../../forms/PageQuery';
import { EndRehearsalDocument } from '../../gql/EndRehearsal';
import { MoveRehearsalDocument } from '../../gql/MoveRehearsal';
import { RehearsalPageDocument, type RehearsalPageQuery } from '../../gql/RehearsalPage';
import { StartRehearsalDocument, type StartRehearsalMutation } from '../../gql/StartRehearsal';
import { ViewerDocument } from '../../gql/Viewer';
import { ButtonLink } from '../../ui/ButtonLink';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { StageLine, type Step } from '../../ui/time/StageLine';
import { useSlug } from './organized';
import classes from './RehearsalPage.module.css';

type Competition = NonNullable<RehearsalPageQuery['competition']>;
const context = { staysOnPage: true };

/** A trial run: begun from the page of a competition, led through its stages, and thrown away. */
export function RehearsalPage() {
  const slug = useSlug();
  return (
    <PageQuery query={RehearsalPageDocument} variables={{ slug }} pick={({ competition }) => competition}>
      {(competition, { renew }) =>
        competition.isRehearsal ? (
          <Running rehearsal={competition} onChanged={renew} />
        ) : (
          <Offer competition={competition} />
        )
      }
    </PageQuery>
  );
}

type Missing = Extract<
  StartRehearsalMutation['startRehearsal'],
  { __typename: 'IncompleteCompetitionError' }
>['missing'];

/** What a rehearsal is, and the button that begins one. */
function Offer({ competition: { id, rehearsal } }: { competition: Competition }) {
  const { t } = useTranslation('rehearsal');
  const navigate = useNavigate();
  const [start, { loading }] = useMutation(StartRehearsalDocument, {
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [problem, setProblem] = useState<string>();
  const [missing, setMissing] = useState<Missing>([]);
  const begin = async () => {
    setProblem(undefined);
    const answer = await start({ variables: { input: { competitionId: id } }, context }).catch(() => undefined);
    const result = answer?.data?.startRehearsal;
    switch (result?.__typename) {
      case 'StartRehearsalSuccess':
        return await navigate(`/organize/${result.rehearsal.slug}/rehearsal?job=${result.job.id}`);
      case 'AlreadyRehearsingError':
        return await navigate(`/organize/${result.rehearsal.slug}/rehearsal`);
      case 'IncompleteCompetitionError':
        setMissing(result.missing);
        return setProblem(result.message);
      default:
        return setProblem(t('network'));
    }
  };
  return (
    <Page title={t('title')} lead={t('lead')} width="reading">
      <ul className={classes.points}>
        {(['madeUp', 'hidden', 'stages', 'end'] as const).map((point) => (
          <li key={point}>{t(`points.${point}`)}</li>
        ))}
      </ul>
      <div role="alert">
        {problem && (
          <Notice tone="trouble">
            <p>{problem}</p>
            {missing.map((item) => (
              <p key={item.key}>
                <Link to={item.path}>{item.sentence}</Link>
              </p>
            ))}
          </Notice>
        )}
      </div>
      {rehearsal ? (
        <ButtonLink to={`/organize/${rehearsal.slug}/rehearsal`} className={classes.start}>
          {t('goOn')}
        </ButtonLink>
      ) : (
        <Button loading={loading} className={classes.start} onClick={() => void begin()}>
          {t('start')}
        </Button>
      )}
    </Page>
  );
}

const states: Record<Competition['stages'][number]['status'], Step['state']> = {
  CLOSED: 'past',
  OPEN: 'now',
  UPCOMING: 'next',
};

/** Where a rehearsal stands, where it can go, and what there is to look at meanwhile. */
function Running({ rehearsal, onChanged }: { rehearsal: Competition; onChanged: () => Promise<void> }) {
  const { t } = useTranslation('rehearsal');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [move, moving] = useMutation(MoveRehearsalDocument);
  const [end, ending] = useMutation(EndRehearsalDocument, {
    refetchQueries: [ViewerDocument],
    awaitRefetchQueries: true,
  });
  const [isEnding, setEnding] = useState(false);
  const [isBusy, setBusy] = useState(search.get('job') !== null);
  const [problem, setProblem] = useState<string>();
  const { id, slug, name, timeZone, stages, figures, desk, rehearsalOf } = rehearsal;
  const job = search.get('job');
  const open = stages.findLast(({ status }) => status === 'OPEN');

  const goTo = async (stage: Competition['stages'][number]['kind']) => {
    setProblem(undefined);
    const answer = await move({ variables: { input: { competitionId: id, stage } }, context }).catch(() => undefined);
    const result = answer?.data?.moveRehearsal;
    if (result?.__typename !== 'MoveRehearsalSuccess') return setProblem(result?.message ?? t('network'));
    setBusy(true);
    setSearch({ job: result.job.id }, { replace: true });
    return await onChanged();
  };
  const confirmEnd = async () => {
    setProblem(undefined);
    const answer = await end({ variables: { input: { competitionId: id } }, context }).catch(() => undefined);
    const result = answer?.data?.endRehearsal;
    if (result?.__typename !== 'EndRehearsalSuccess') return setProblem(result?.message ?? t('network'));
    return await navigate(`/organize/${result.competition.slug}/rehearsal`, { replace: true });
  };

  return (
    <Page
      title={t('titleOf', { name: rehearsalOf?.name ?? name })}
      eyebrow={rehearsalOf && <Link to={`/organize/${rehearsalOf.slug}`}>{rehearsalOf.name}</Link>}
      lead={open ? t('now', { stage: open.name }) : t('between')}
    >
      <StageLine
        steps={stages.map(({ id: key, name: words, status }) => ({ id: key, name: words, state: states[status] }))}
      />
      {job && (
        <JobProgress
          key={job}
          jobId={job}
          label={t('filling')}
          doneWords={t('filled')}
          timeZone={timeZone}
          onEnd={() => {
            setBusy(false);
            void onChanged();
          }}
        />
      )}
      <div role="alert">{problem && !isEnding && <Notice tone="trouble">{problem}</Notice>}</div>
      <Section title={t('move.title')}>
        <p className={classes.help}>{t('move.text')}</p>
        <ul className={classes.stages}>
          {stages
            .filter(({ status }) => status === 'UPCOMING')
            .map(({ id: key, kind, name: stage }) => (
              <li key={key}>
                <Button
                  variant="light"
                  disabled={isBusy || rehearsal.resultsPublishedAt !== null}
                  loading={moving.loading}
                  onClick={() => void goTo(kind)}
                >
                  {t('move.action', { stage })}
                </Button>
              </li>
            ))}
        </ul>
      </Section>
      <Section title={t('look.title')}>
        <ul className={classes.points}>
          <li>
            <Link to={`/organize/${slug}/entries`}>{t('look.review', { count: desk?.entriesToReview ?? 0 })}</Link>
          </li>
          <li>
            <Link to={`/c/${slug}/entries`}>{t('look.entries', { count: figures.entries })}</Link>
          </li>
          <li>
            <Link to={`/organize/${slug}/vote`}>{t('look.votes', { count: figures.votes })}</Link>
          </li>
          <li>
            <Link to={`/organize/${slug}`}>
              {t('look.ranking', { done: desk?.sheetsSubmitted ?? 0, count: desk?.sheetsAssigned ?? 0 })}
            </Link>
          </li>
          {rehearsal.resultsPublishedAt !== null && (
            <li>
              <Link to={`/c/${slug}/results`}>{t('look.results')}</Link>
            </li>
          )}
        </ul>
      </Section>
      <Section title={t('end.heading')}>
        <p className={classes.help}>{t('end.text')}</p>
        <Button
          variant="light"
          color="seal"
          disabled={isBusy}
          className={classes.start}
          onClick={() => setEnding(true)}
        >
          {t('end.action')}
        </Button>
      </Section>
      <ConfirmDialog
        title={t('end.title')}
        action={t('end.action')}
        color="seal"
        isOpen={isEnding}
        isBusy={ending.loading}
        problem={isEnding ? problem : undefined}
        onConfirm={() => void confirmEnd()}
        onClose={() => setEnding(false)}
      >
        <p>{t('end.text')}</p>
      </ConfirmDialog>
    </Page>
  );
}
