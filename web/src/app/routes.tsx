import { lazy, type ComponentType } from 'react';
import { preloadNamespaces, type Namespace } from '../i18n/i18n';

/** A page that comes with its words: both load at once, when first visited. */
function page<Name extends string>(
  name: Name,
  words: readonly Namespace[],
  load: () => Promise<Record<Name, ComponentType>>,
) {
  return lazy(async () => {
    const [module] = await Promise.all([load(), preloadNamespaces(words)]);
    return { default: module[name] };
  });
}

const publicWords = ['competitions', 'entries'] as const;
const HomePage = page('HomePage', publicWords, () => import('../routes/HomePage'));
const CompetitionPage = page(
  'CompetitionPage',
  [...publicWords, 'ballots', 'ballot-rule'],
  () => import('../routes/CompetitionPage'),
);
const GalleryPage = page('GalleryPage', publicWords, () => import('../routes/GalleryPage'));
const EntryPage = page('EntryPage', ['entries', 'voting'], () => import('../routes/EntryPage'));
const BallotPage = page('BallotPage', ['entries', 'voting', 'ballots'], () => import('../routes/BallotPage'));
const MyVotesPage = page('MyVotesPage', ['ballots'], () => import('../routes/MyVotesPage'));
const ResultsPage = page('ResultsPage', publicWords, () => import('../routes/ResultsPage'));
const SignInPage = page('SignInPage', ['identity'], () => import('../routes/SignInPage'));
const ProjectsPage = page('ProjectsPage', ['projects'], () => import('../routes/projects/ProjectsPage'));
const ProjectEditPage = page('ProjectEditPage', ['projects'], () => import('../routes/projects/ProjectEditPage'));
const JudgePage = page('JudgePage', ['judging'], () => import('../routes/judge/JudgePage'));
const SheetPage = page('SheetPage', ['judging', 'entries'], () => import('../routes/judge/SheetPage'));
const OrganizePage = page('OrganizePage', ['organizing'], () => import('../routes/organize/OrganizePage'));
const VoteDeskPage = page('VoteDeskPage', ['organizing', 'vote-desk'], () => import('../routes/organize/VoteDeskPage'));
const ReviewPage = page('ReviewPage', ['organizing', 'entries'], () => import('../routes/organize/ReviewPage'));

export const routes: { path: string; Page: ComponentType }[] = [
  { path: '/', Page: HomePage },
  { path: '/c/:slug', Page: CompetitionPage },
  { path: '/c/:slug/entries', Page: GalleryPage },
  { path: '/c/:slug/entries/:number', Page: EntryPage },
  { path: '/c/:slug/ballot', Page: BallotPage },
  { path: '/c/:slug/my-votes', Page: MyVotesPage },
  { path: '/c/:slug/results', Page: ResultsPage },
  { path: '/sign-in', Page: SignInPage },
  { path: '/projects', Page: ProjectsPage },
  { path: '/projects/:id', Page: ProjectEditPage },
  { path: '/judge', Page: JudgePage },
  { path: '/judge/assignments/:id', Page: SheetPage },
  { path: '/organize/:slug', Page: OrganizePage },
  { path: '/organize/:slug/entries', Page: ReviewPage },
  { path: '/organize/:slug/vote', Page: VoteDeskPage },
];
