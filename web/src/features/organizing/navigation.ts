import { judgingStages } from '../../words/judging-stages';
import { waiting, type Organized } from './today';

const groups = [
  { key: 'prepare', items: ['setUp', 'ballotRule', 'rubric', 'scoringRule', 'organizers', 'rehearsal'] },
  { key: 'entries', items: ['review', 'nominations', 'extensions', 'transfers'] },
  { key: 'voting', items: ['votes'] },
  { key: 'judging', items: ['panels', 'progress'] },
  { key: 'results', items: ['ranking', 'robustness', 'whatIf', 'publish'] },
  { key: 'contact', items: ['messages'] },
] as const;

type ItemKey = 'today' | (typeof groups)[number]['items'][number];

export interface NavItem {
  key: ItemKey;
  to: string;
  /** How many things wait there. */
  count: number;
}

/** All pages of a competition in the groups in which an organizer looks for them; the first page is in none. */
export function navigationOf(slug: string, competition: Organized | undefined) {
  const stages = competition && judgingStages(competition);
  const stage =
    (stages?.findLast(({ status }) => status !== 'UPCOMING') ?? stages?.[0])?.kind.toLowerCase() ?? 'review';
  const counts = competition?.resultsPublishedAt === null ? waiting(competition) : null;
  const pages: Record<ItemKey, string> = {
    today: '',
    setUp: '/setup',
    ballotRule: '/ballot-rule',
    rubric: '/rubric',
    scoringRule: `/scoring-rule/${stage}`,
    organizers: '/setup/organizers',
    rehearsal: '/rehearsal',
    review: '/entries',
    nominations: '/nominations',
    extensions: '/extensions',
    transfers: '/transfers',
    votes: '/vote',
    panels: '/panels',
    progress: '/judging',
    ranking: '/ranking',
    robustness: `/robustness/${stage}`,
    whatIf: `/what-if/${stage}`,
    publish: '/publish',
    messages: '/messages',
  };
  const itemOf = (key: ItemKey, count = 0): NavItem => ({ key, to: `/organize/${slug}${pages[key]}`, count });
  const waits: Partial<Record<ItemKey, number>> = {
    ...counts,
    progress: counts?.judging,
    messages: competition && waiting(competition).messages,
  };
  const hasJudges = !stages || stages.length > 0;
  const needsJudges: readonly ItemKey[] = ['scoringRule', 'robustness', 'whatIf'];
  return {
    today: itemOf('today'),
    groups: groups.map(({ key, items }) => ({
      key,
      items: items.filter((one) => hasJudges || !needsJudges.includes(one)).map((one) => itemOf(one, waits[one])),
    })),
  };
}

/** Two stages of one page are one item: the last word of such an address does not count. */
const pageOf = (path: string) => path.replace(/(\/(?:scoring-rule|robustness|what-if|worksheet))\/.*/, '$1');

/** The item to which an address belongs: the one whose own address is the longest part of it. */
export function currentItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  const here = pageOf(pathname).replace(/\/worksheet$/, '/ranking');
  return items
    .filter(({ key, to }) => here === pageOf(to) || (key !== 'today' && here.startsWith(`${pageOf(to)}/`)))
    .toSorted((one, other) => other.to.length - one.to.length)[0];
}
