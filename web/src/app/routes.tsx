import { createElement, lazy, type ComponentType } from 'react';
import { matchPath } from 'react-router';
import { fetchWords, preloadNamespaces, type Namespace } from '../i18n/i18n';

/** Its code and its words can be sent for before it is drawn. */
type Page = ComponentType & { fetch: () => void };

/** A page that comes with its words: both load at once, when first visited. */
function page<Name extends string>(
  name: Name,
  words: readonly Namespace[],
  load: () => Promise<Record<Name, ComponentType>>,
): Page {
  const drawn = lazy(async () => {
    const [module] = await Promise.all([load(), preloadNamespaces(words)]);
    return { default: module[name] };
  });
  const fetch = () => {
    fetchWords(['app', ...words]);
    load().catch(() => undefined);
  };
  return Object.assign(drawn as unknown as ComponentType, { fetch });
}

/** A page made of Mantine's parts, with what they need around them. Everybody's pages do without, to be light. */
function mantinePage<Name extends string>(
  name: Name,
  words: readonly Namespace[],
  load: () => Promise<Record<Name, ComponentType>>,
) {
  return page(name, words, async () => {
    const [{ Mantine }, module] = await Promise.all([import('../ui/mantine'), load()]);
    const WithMantine = () => createElement(Mantine, null, createElement(module[name]));
    return { [name]: WithMantine } as unknown as Record<Name, ComponentType>;
  });
}

const publicWords = ['competitions', 'entries'] as const;
const HomePage = page('HomePage', publicWords, () => import('../routes/HomePage'));
const CompetitionPage = page(
  'CompetitionPage',
  [...publicWords, 'ballots', 'ballot-rule', 'scoring-rule', 'deadlines'],
  () => import('../routes/CompetitionPage'),
);
const GalleryPage = page('GalleryPage', publicWords, () => import('../routes/GalleryPage'));
const EntryPage = page('EntryPage', ['entries', 'voting', 'receipts'], () => import('../routes/EntryPage'));
const BallotPage = page('BallotPage', ['entries', 'voting', 'ballots'], () => import('../routes/BallotPage'));
const MyVotesPage = page('MyVotesPage', ['ballots'], () => import('../routes/MyVotesPage'));
const ResultsPage = page('ResultsPage', publicWords, () => import('../routes/ResultsPage'));
const SignInPage = mantinePage('SignInPage', ['identity'], () => import('../routes/SignInPage'));
const ProjectsPage = mantinePage('ProjectsPage', ['projects'], () => import('../routes/projects/ProjectsPage'));
const ProjectEditPage = mantinePage(
  'ProjectEditPage',
  ['projects', 'uploads', 'organizations', 'identity', 'deadlines', 'receipts'],
  () => import('../routes/projects/ProjectEditPage'),
);
const OrganizationPage = page(
  'OrganizationPage',
  ['organizations', 'entries'],
  () => import('../routes/OrganizationPage'),
);
const OrganizationsPage = mantinePage(
  'OrganizationsPage',
  ['organizations'],
  () => import('../routes/organizations/OrganizationsPage'),
);
const RegisterPage = mantinePage(
  'RegisterPage',
  ['organizations'],
  () => import('../routes/organizations/RegisterPage'),
);
const ManageOrganizationPage = mantinePage(
  'ManageOrganizationPage',
  ['organizations'],
  () => import('../routes/organizations/ManageOrganizationPage'),
);
const InvitationPage = mantinePage(
  'InvitationPage',
  ['organizations'],
  () => import('../routes/organizations/InvitationPage'),
);
const VerifyPage = mantinePage('VerifyPage', ['organizations'], () => import('../routes/verify/VerifyPage'));
const JudgePage = mantinePage('JudgePage', ['judging'], () => import('../routes/judge/JudgePage'));
const SheetPage = mantinePage('SheetPage', ['judging', 'entries'], () => import('../routes/judge/SheetPage'));
const OrganizePage = mantinePage(
  'OrganizePage',
  ['organizing', 'scoring-rule', 'explain'],
  () => import('../routes/organize/OrganizePage'),
);
const OrganizeStartPage = mantinePage(
  'OrganizeStartPage',
  ['forms', 'setup'],
  () => import('../routes/organize/OrganizeStartPage'),
);
const SetUpPage = mantinePage(
  'SetUpPage',
  ['organizing', 'forms', 'setup'],
  () => import('../routes/organize/SetUpPage'),
);
const RehearsalPage = mantinePage(
  'RehearsalPage',
  ['organizing', 'rehearsal', 'jobs'],
  () => import('../routes/organize/RehearsalPage'),
);
const BallotRulePage = mantinePage(
  'BallotRulePage',
  ['organizing', 'forms', 'ballot-rule', 'rule-wizard'],
  () => import('../routes/organize/BallotRulePage'),
);
const ScoringRulePage = mantinePage(
  'ScoringRulePage',
  ['organizing', 'forms', 'scoring-rule', 'scoring-wizard'],
  () => import('../routes/organize/ScoringRulePage'),
);
const RubricPage = mantinePage(
  'RubricPage',
  ['organizing', 'forms', 'rubric'],
  () => import('../routes/organize/RubricPage'),
);
const PanelsPage = mantinePage('PanelsPage', ['organizing', 'panels'], () => import('../routes/organize/PanelsPage'));
const WorksheetPage = mantinePage(
  'WorksheetPage',
  ['organizing', 'scoring-rule', 'explain'],
  () => import('../routes/organize/WorksheetPage'),
);
const RobustnessPage = mantinePage(
  'RobustnessPage',
  ['organizing', 'explain'],
  () => import('../routes/organize/RobustnessPage'),
);
const WhatIfPage = mantinePage('WhatIfPage', ['organizing', 'explain'], () => import('../routes/organize/WhatIfPage'));
const VotesPage = mantinePage('VotesPage', ['organizing', 'votes'], () => import('../routes/organize/VotesPage'));
const ExtensionsPage = mantinePage(
  'ExtensionsPage',
  ['organizing', 'extensions', 'deadlines'],
  () => import('../routes/organize/ExtensionsPage'),
);
const reviewWords = ['organizing', 'review', 'entries'] as const;
const ReviewPage = mantinePage('ReviewPage', reviewWords, () => import('../routes/organize/ReviewPage'));
const AlikePage = mantinePage('AlikePage', reviewWords, () => import('../routes/organize/AlikePage'));
const ChangesPage = mantinePage('ChangesPage', reviewWords, () => import('../routes/organize/ChangesPage'));
const TransfersPage = mantinePage(
  'TransfersPage',
  ['organizing', 'transfers', 'jobs'],
  () => import('../routes/organize/TransfersPage'),
);
const MessagesPage = mantinePage(
  'MessagesPage',
  ['organizing', 'messages'],
  () => import('../routes/organize/MessagesPage'),
);
const MessageWordingPage = mantinePage(
  'MessageWordingPage',
  ['organizing', 'messages'],
  () => import('../routes/organize/MessageWordingPage'),
);
const NominationsPage = mantinePage(
  'NominationsPage',
  ['organizing', 'nominations'],
  () => import('../routes/organize/NominationsPage'),
);
const SendingUnitPage = mantinePage(
  'SendingUnitPage',
  ['nominations'],
  () => import('../routes/nominations/SendingUnitPage'),
);

export const routes: { path: string; Page: Page }[] = [
  { path: '/', Page: HomePage },
  { path: '/c/:slug', Page: CompetitionPage },
  { path: '/c/:slug/entries', Page: GalleryPage },
  { path: '/c/:slug/entries/:number', Page: EntryPage },
  { path: '/c/:slug/ballot', Page: BallotPage },
  { path: '/c/:slug/my-votes', Page: MyVotesPage },
  { path: '/c/:slug/results', Page: ResultsPage },
  { path: '/c/:slug/nominations/:id', Page: SendingUnitPage },
  { path: '/sign-in', Page: SignInPage },
  { path: '/o/:slug', Page: OrganizationPage },
  { path: '/organizations', Page: OrganizationsPage },
  { path: '/organizations/new', Page: RegisterPage },
  { path: '/organizations/:slug', Page: ManageOrganizationPage },
  { path: '/invitations/:token', Page: InvitationPage },
  { path: '/verify', Page: VerifyPage },
  { path: '/projects', Page: ProjectsPage },
  { path: '/projects/:id', Page: ProjectEditPage },
  { path: '/judge', Page: JudgePage },
  { path: '/judge/assignments/:id', Page: SheetPage },
  { path: '/organize', Page: OrganizeStartPage },
  { path: '/organize/:slug', Page: OrganizePage },
  { path: '/organize/:slug/setup/:step?', Page: SetUpPage },
  { path: '/organize/:slug/rehearsal', Page: RehearsalPage },
  { path: '/organize/:slug/entries', Page: ReviewPage },
  { path: '/organize/:slug/entries/:number/alike/:other', Page: AlikePage },
  { path: '/organize/:slug/entries/:number/changes', Page: ChangesPage },
  { path: '/organize/:slug/nominations', Page: NominationsPage },
  { path: '/organize/:slug/vote', Page: VotesPage },
  { path: '/organize/:slug/ballot-rule', Page: BallotRulePage },
  { path: '/organize/:slug/scoring-rule/:stage', Page: ScoringRulePage },
  { path: '/organize/:slug/rubric', Page: RubricPage },
  { path: '/organize/:slug/panels', Page: PanelsPage },
  { path: '/organize/:slug/extensions', Page: ExtensionsPage },
  { path: '/organize/:slug/transfers', Page: TransfersPage },
  { path: '/organize/:slug/messages', Page: MessagesPage },
  { path: '/organize/:slug/messages/:kind', Page: MessageWordingPage },
  { path: '/organize/:slug/worksheet/:stage/:number', Page: WorksheetPage },
  { path: '/organize/:slug/robustness/:stage', Page: RobustnessPage },
  { path: '/organize/:slug/what-if/:stage', Page: WhatIfPage },
];

/** The page at an address, on its way while everything else is still being set up. */
export function fetchPage(pathname: string): void {
  routes.find(({ path }) => matchPath(path, pathname))?.Page.fetch();
}
