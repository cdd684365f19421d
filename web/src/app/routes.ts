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
    const [{ Mantine }, module] = await Promise.all([import('../ui/style/mantine'), load()]);
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
const OrganizeStartPage = mantinePage(
  'OrganizeStartPage',
  ['forms', 'setup'],
  () => import('../routes/organize/OrganizeStartPage'),
);

/** Stands around all pages of a competition's organizers, with Mantine, and the words of `organizing`. */
export const OrganizerFrame = mantinePage(
  'OrganizerFrame',
  ['organizing'],
  () => import('../routes/organize/OrganizerFrame'),
);
const TodayPage = page('TodayPage', [], () => import('../routes/organize/TodayPage'));
const SetUpPage = page('SetUpPage', ['forms', 'setup'], () => import('../routes/organize/SetUpPage'));
const RehearsalPage = page('RehearsalPage', ['rehearsal', 'jobs'], () => import('../routes/organize/RehearsalPage'));
const BallotRulePage = page(
  'BallotRulePage',
  ['forms', 'ballot-rule', 'rule-wizard'],
  () => import('../routes/organize/BallotRulePage'),
);
const ScoringRulePage = page(
  'ScoringRulePage',
  ['forms', 'scoring-rule', 'scoring-wizard'],
  () => import('../routes/organize/ScoringRulePage'),
);
const RubricPage = page('RubricPage', ['forms', 'rubric'], () => import('../routes/organize/RubricPage'));
const PanelsPage = page('PanelsPage', ['panels'], () => import('../routes/organize/PanelsPage'));
const JudgingPage = page('JudgingPage', [], () => import('../routes/organize/JudgingPage'));
const RankingPage = page('RankingPage', ['scoring-rule', 'explain'], () => import('../routes/organize/RankingPage'));
const PublishPage = page('PublishPage', [], () => import('../routes/organize/PublishPage'));
const WorksheetPage = page(
  'WorksheetPage',
  ['scoring-rule', 'explain'],
  () => import('../routes/organize/WorksheetPage'),
);
const RobustnessPage = page('RobustnessPage', ['explain'], () => import('../routes/organize/RobustnessPage'));
const WhatIfPage = page('WhatIfPage', ['explain'], () => import('../routes/organize/WhatIfPage'));
const VotesPage = page('VotesPage', ['votes'], () => import('../routes/organize/VotesPage'));
const ExtensionsPage = page(
  'ExtensionsPage',
  ['extensions', 'deadlines'],
  () => import('../routes/organize/ExtensionsPage'),
);
const reviewWords = ['review', 'entries'] as const;
const ReviewPage = page('ReviewPage', reviewWords, () => import('../routes/organize/ReviewPage'));
const AlikePage = page('AlikePage', reviewWords, () => import('../routes/organize/AlikePage'));
const ChangesPage = page('ChangesPage', reviewWords, () => import('../routes/organize/ChangesPage'));
const TransfersPage = page('TransfersPage', ['transfers', 'jobs'], () => import('../routes/organize/TransfersPage'));
const MessagesPage = page('MessagesPage', ['messages'], () => import('../routes/organize/MessagesPage'));
const MessageWordingPage = page(
  'MessageWordingPage',
  ['messages'],
  () => import('../routes/organize/MessageWordingPage'),
);
const NominationsPage = page('NominationsPage', ['nominations'], () => import('../routes/organize/NominationsPage'));
const SendingUnitPage = mantinePage(
  'SendingUnitPage',
  ['nominations'],
  () => import('../routes/nominations/SendingUnitPage'),
);

/** Today of a competition's organizers; all pages below it stand in their frame. */
export const organizerHome = '/organize/:slug';
export const isOrganizers = (path: string): boolean => path.startsWith(organizerHome);

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
  { path: '/organize/:slug', Page: TodayPage },
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
  { path: '/organize/:slug/judging', Page: JudgingPage },
  { path: '/organize/:slug/ranking', Page: RankingPage },
  { path: '/organize/:slug/publish', Page: PublishPage },
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
  const route = routes.find(({ path }) => matchPath(path, pathname));
  if (route && isOrganizers(route.path)) OrganizerFrame.fetch();
  route?.Page.fetch();
}
