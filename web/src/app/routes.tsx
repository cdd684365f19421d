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
function desk<Name extends string>(
  name: Name,
  words: readonly Namespace[],
  load: () => Promise<Record<Name, ComponentType>>,
) {
  return page(name, words, async () => {
    const [{ Mantine }, module] = await Promise.all([import('../ui/mantine'), load()]);
    const Desk = () => createElement(Mantine, null, createElement(module[name]));
    return { [name]: Desk } as unknown as Record<Name, ComponentType>;
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
const SignInPage = desk('SignInPage', ['identity'], () => import('../routes/SignInPage'));
const ProjectsPage = desk('ProjectsPage', ['projects'], () => import('../routes/projects/ProjectsPage'));
const ProjectEditPage = desk(
  'ProjectEditPage',
  ['projects', 'uploads', 'organizations', 'identity', 'deadlines', 'receipts'],
  () => import('../routes/projects/ProjectEditPage'),
);
const OrganizationPage = page(
  'OrganizationPage',
  ['organizations', 'entries'],
  () => import('../routes/OrganizationPage'),
);
const OrganizationsPage = desk(
  'OrganizationsPage',
  ['organizations'],
  () => import('../routes/organizations/OrganizationsPage'),
);
const RegisterPage = desk('RegisterPage', ['organizations'], () => import('../routes/organizations/RegisterPage'));
const OrganizationDeskPage = desk(
  'OrganizationDeskPage',
  ['organizations'],
  () => import('../routes/organizations/OrganizationDeskPage'),
);
const InvitationPage = desk(
  'InvitationPage',
  ['organizations'],
  () => import('../routes/organizations/InvitationPage'),
);
const VerifyPage = desk('VerifyPage', ['organizations'], () => import('../routes/verify/VerifyPage'));
const JudgePage = desk('JudgePage', ['judging'], () => import('../routes/judge/JudgePage'));
const SheetPage = desk('SheetPage', ['judging', 'entries'], () => import('../routes/judge/SheetPage'));
const OrganizePage = desk(
  'OrganizePage',
  ['organizing', 'scoring-rule', 'explain'],
  () => import('../routes/organize/OrganizePage'),
);
const OrganizeStartPage = desk('OrganizeStartPage', ['setup'], () => import('../routes/organize/OrganizeStartPage'));
const SetUpPage = desk('SetUpPage', ['organizing', 'setup'], () => import('../routes/organize/SetUpPage'));
const RehearsalPage = desk(
  'RehearsalPage',
  ['organizing', 'rehearsal', 'jobs'],
  () => import('../routes/organize/RehearsalPage'),
);
const BallotRulePage = desk(
  'BallotRulePage',
  ['organizing', 'ballot-rule', 'rule-wizard'],
  () => import('../routes/organize/BallotRulePage'),
);
const ScoringRulePage = desk(
  'ScoringRulePage',
  ['organizing', 'scoring-rule', 'scoring-wizard'],
  () => import('../routes/organize/ScoringRulePage'),
);
const RubricPage = desk('RubricPage', ['organizing', 'rubric'], () => import('../routes/organize/RubricPage'));
const PanelsPage = desk('PanelsPage', ['organizing', 'panels'], () => import('../routes/organize/PanelsPage'));
const WorksheetPage = desk(
  'WorksheetPage',
  ['organizing', 'scoring-rule', 'explain'],
  () => import('../routes/organize/WorksheetPage'),
);
const FirmnessPage = desk('FirmnessPage', ['organizing', 'explain'], () => import('../routes/organize/FirmnessPage'));
const WhatIfPage = desk('WhatIfPage', ['organizing', 'explain'], () => import('../routes/organize/WhatIfPage'));
const VoteDeskPage = desk('VoteDeskPage', ['organizing', 'vote-desk'], () => import('../routes/organize/VoteDeskPage'));
const ExtensionsPage = desk(
  'ExtensionsPage',
  ['organizing', 'extensions', 'deadlines'],
  () => import('../routes/organize/ExtensionsPage'),
);
const reviewWords = ['organizing', 'review', 'entries'] as const;
const ReviewPage = desk('ReviewPage', reviewWords, () => import('../routes/organize/ReviewPage'));
const AlikePage = desk('AlikePage', reviewWords, () => import('../routes/organize/AlikePage'));
const ChangesPage = desk('ChangesPage', reviewWords, () => import('../routes/organize/ChangesPage'));
const TransfersPage = desk(
  'TransfersPage',
  ['organizing', 'transfers', 'jobs'],
  () => import('../routes/organize/TransfersPage'),
);
const MessagesPage = desk('MessagesPage', ['organizing', 'messages'], () => import('../routes/organize/MessagesPage'));
const MessageWordingPage = desk(
  'MessageWordingPage',
  ['organizing', 'messages'],
  () => import('../routes/organize/MessageWordingPage'),
);
const NominationsPage = desk(
  'NominationsPage',
  ['organizing', 'nominations'],
  () => import('../routes/organize/NominationsPage'),
);
const NominationDeskPage = desk(
  'NominationDeskPage',
  ['nominations'],
  () => import('../routes/nominations/NominationDeskPage'),
);

export const routes: { path: string; Page: Page }[] = [
  { path: '/', Page: HomePage },
  { path: '/c/:slug', Page: CompetitionPage },
  { path: '/c/:slug/entries', Page: GalleryPage },
  { path: '/c/:slug/entries/:number', Page: EntryPage },
  { path: '/c/:slug/ballot', Page: BallotPage },
  { path: '/c/:slug/my-votes', Page: MyVotesPage },
  { path: '/c/:slug/results', Page: ResultsPage },
  { path: '/c/:slug/nominations/:id', Page: NominationDeskPage },
  { path: '/sign-in', Page: SignInPage },
  { path: '/o/:slug', Page: OrganizationPage },
  { path: '/organizations', Page: OrganizationsPage },
  { path: '/organizations/new', Page: RegisterPage },
  { path: '/organizations/:slug', Page: OrganizationDeskPage },
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
  { path: '/organize/:slug/vote', Page: VoteDeskPage },
  { path: '/organize/:slug/ballot-rule', Page: BallotRulePage },
  { path: '/organize/:slug/scoring-rule/:stage', Page: ScoringRulePage },
  { path: '/organize/:slug/rubric', Page: RubricPage },
  { path: '/organize/:slug/panels', Page: PanelsPage },
  { path: '/organize/:slug/extensions', Page: ExtensionsPage },
  { path: '/organize/:slug/transfers', Page: TransfersPage },
  { path: '/organize/:slug/messages', Page: MessagesPage },
  { path: '/organize/:slug/messages/:kind', Page: MessageWordingPage },
  { path: '/organize/:slug/worksheet/:stage/:number', Page: WorksheetPage },
  { path: '/organize/:slug/robustness/:stage', Page: FirmnessPage },
  { path: '/organize/:slug/what-if/:stage', Page: WhatIfPage },
];

/** The page at an address, on its way while everything else is still being set up. */
export function fetchPage(pathname: string): void {
  routes.find(({ path }) => matchPath(path, pathname))?.Page.fetch();
}
