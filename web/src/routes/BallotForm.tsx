import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { EntryFacts } from '../features/entries/EntryCard';
import { GalleryFilters } from '../features/entries/GalleryFilters';
import { useGalleryFilters } from '../features/entries/useGalleryFilters';
import { BallotToggle } from '../features/voting/ballot/BallotToggle';
import { BallotTray } from '../features/voting/ballot/BallotTray';
import { dayIn } from '../features/voting/my-votes/day-in';
import { CastBallotPanel, type CastChoice } from '../features/voting/ballot/CastBallotPanel';
import { isUnanswered, useBallot } from '../features/voting/ballot/useBallot';
import { useTray } from '../features/voting/ballot/useTray';
import type { BallotPageQuery } from '../gql/BallotPage';
import { ButtonLink } from '../ui/ButtonLink';
import { useNow } from '../ui/time/clock';
import { Row } from '../ui/layout/Row';
import { Notice } from '../ui/Notice';
import classes from './BallotPage.module.css';
import { GalleryEntries } from './GalleryEntries';

interface Props {
  competition: NonNullable<BallotPageQuery['competition']>;
  onStale: () => void;
}

/** While voting is open: what is cast today, the entries to choose from, and the tray with what is chosen. */
export function BallotForm({ competition, onStale }: Props) {
  const { t } = useTranslation('ballots');
  const { pathname } = useLocation();
  const { id, slug, timeZone, ballotRule: rule, viewerVotesLeftToday: left } = competition;
  const { filters, setFilters } = useGalleryFilters();
  const tray = useTray(id);
  // What was cast here a moment ago, until the page asks anew.
  const [fresh, setFresh] = useState<CastChoice[] | null>(null);
  const [isTakenBack, setTakenBack] = useState(false);
  const today = dayIn(timeZone, useNow(60_000));
  const stored = competition.viewerVotes.edges
    .map(({ node }) => node)
    .filter(({ day }) => day === today)
    .toSorted((a, b) => a.castAt.localeCompare(b.castAt) || a.ordinal - b.ordinal);
  const cast = isTakenBack ? [] : (fresh ?? stored);
  const isNewDevice = left === null && rule.levels.includes('DEVICE');
  const mayCast = isNewDevice || left === null || left > 0;

  const ballot = useBallot({
    competitionId: id,
    isNewDevice,
    isPoints: rule.method === 'POINTS',
    onStale,
    onCast(votes, choices) {
      const made = votes.map((vote, place) => {
        const { entryId = '', number = 0, title = '' } = choices[place] ?? {};
        return { ...vote, entry: { id: entryId, number, title } };
      });
      setFresh([...cast, ...made]);
      setTakenBack(false);
      tray.replace([]);
      scrollTo({ top: 0 });
    },
    onRetracted() {
      // To be changed and cast again, which is what most people take a ballot back for.
      const categories = new Map(stored.map(({ entry }) => [entry.id, entry.category.id]));
      const chosen = cast.map(({ entry, points }) => ({
        entryId: entry.id,
        number: entry.number,
        title: entry.title,
        categoryId: categories.get(entry.id) ?? '',
        points,
      }));
      tray.replace(chosen.slice(0, rule.maxChoices));
      setFresh(null);
      setTakenBack(true);
      onStale();
    },
  });

  const { cast: send } = ballot;
  useEffect(() => {
    if (left !== null && left > 0 && isUnanswered(id, tray.choices)) void send(tray.choices);
    // Once: a ballot that a reload interrupted goes on, and nothing else casts by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const actionOf = useCallback(
    ({ id: entryId, number, title, categoryId }: EntryFacts) => (
      <BallotToggle competitionId={id} choice={{ entryId, number, title, categoryId }} maxChoices={rule.maxChoices} />
    ),
    [id, rule.maxChoices],
  );

  return (
    <>
      {cast.length > 0 && (
        <CastBallotPanel
          slug={slug}
          timeZone={timeZone}
          votes={cast}
          hasPoints={rule.method !== 'APPROVAL'}
          isFresh={ballot.state.is === 'counted'}
          isBusy={ballot.state.is === 'retracting'}
          onRetract={rule.mayRetract ? () => void ballot.retract() : null}
        />
      )}
      <div role="status" className={classes.status}>
        {ballot.state.is === 'retracted' && <Notice tone="good">{t('today.retracted')}</Notice>}
        {ballot.state.is === 'unconfirmed' && ballot.state.wanted === 'retract' && (
          <Notice tone="trouble">{t('states.unconfirmedRetract')}</Notice>
        )}
        {cast.length > 0 && mayCast && <p>{t('page.another')}</p>}
        {cast.length === 0 && !mayCast && <p>{t('page.used')}</p>}
      </div>
      {!mayCast && (
        <Row as="p" gap={3} align="stretch">
          <ButtonLink variant="light" to={`/c/${slug}/my-votes`}>
            {t('rule.toVotes')}
          </ButtonLink>
          <ButtonLink variant="subtle" to={`/c/${slug}/entries`}>
            {t('page.toEntries')}
          </ButtonLink>
        </Row>
      )}
      {mayCast && (
        <>
          <GalleryFilters
            filters={filters}
            onChange={setFilters}
            total={competition.figures.entries}
            categories={competition.categories}
            regions={competition.entriesByRegion}
          />
          <GalleryEntries
            slug={slug}
            filters={filters}
            onClear={() => setFilters({ category: '', region: '', q: '' })}
            actionOf={actionOf}
            exposuresOf={id}
          />
          <BallotTray
            rule={rule}
            tray={tray}
            state={ballot.state}
            onCast={() => void send(tray.choices)}
            onStopWaiting={ballot.stopWaiting}
            signIn={
              left === null && !isNewDevice ? (
                <ButtonLink size="lg" fullWidth to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
                  {t('tray.signIn')}
                </ButtonLink>
              ) : undefined
            }
          />
        </>
      )}
    </>
  );
}
