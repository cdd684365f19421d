import type { Context } from '../../../core/context.ts';
import { badKey, isId, notFound, unauthenticated } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { instantInWords, message } from '../../../core/messages.ts';
import type { GuardAnswer } from '../../../platform/protection/index.ts';
import { dayIn, nextDayStart } from '../../../core/time/local-day.ts';
import { AssuranceLevel, isOrganizer } from '../../../competition/competitions/index.ts';
import { isOrWasMember } from '../../../people/organizations/index.ts';
import type { BallotOutcome, Choice } from '../ballot/ballot.ts';
import { signsOf } from '../voters/signs.ts';
import { dayScope, stageScope } from '../ballot/spends.ts';
import { voteView } from '../ballot/vote-view.ts';
import {
  AlreadyVotedError,
  ChallengeNeededError,
  NotEligibleError,
  OverloadedError,
  OwnOrganizationError,
  VoteQuotaError,
  VoteQuotaScope,
  type VotingClosedError,
} from '../vote.types.ts';
import { personOf, voterOf } from '../voters/voter.ts';
import { votingClosed } from './voting-closed.ts';
import type { VotingPage } from '../voting-book.ts';

export type BallotRefusal =
  | AlreadyVotedError
  | VoteQuotaError
  | VotingClosedError
  | OwnOrganizationError
  | NotEligibleError
  | ChallengeNeededError
  | OverloadedError;

type Counted = Extract<BallotOutcome, { kind: 'counted' }>;

interface Attempt<Fault> {
  key: string;
  proof: string | null;
  /** Finds the page; null where there is nothing to vote on. */
  page: () => VotingPage | Promise<VotingPage | null>;
  /** The choices on that page, or what is wrong with them; null where one of them cannot be voted for. */
  choices: (page: VotingPage) => readonly Choice[] | Fault | null;
}

/**
 * What casting a vote and casting a ballot have in common: who votes, whether they may, and the way through the
 * ballot box. Answered only after the commit; the same key, sent again, brings the same ballot back.
 */
export async function castRequest<Fault extends object>(
  context: Context,
  attempt: Attempt<Fault>,
): Promise<{ counted: Counted; page: VotingPage } | { refusal: BallotRefusal | Fault }> {
  const { ballotBox, locale } = context;
  if (!ballotBox) throw new Error('votes are cast through a server');
  const person = await personOf(context);
  if (!person) throw unauthenticated(context);
  if (!isId(attempt.key)) throw badKey(context);
  let page = await attempt.page();
  let { proof } = attempt;
  let leave: GuardAnswer | undefined;
  // What the book lets pass is checked again where it is written; a page that has changed is read and tried again.
  for (let round = 0; round < 3; round += 1) {
    if (!page) throw notFound(context);
    const refused = await refusalOf(context, page, person, attempt);
    if (refused) {
      // Before anything is refused: is that still so?
      const current = round === 0 ? await ballotBox.book.refreshed(page.competitionId) : page;
      if (current === page || !current) {
        if (refused === 'not-found') throw notFound(context);
        return { refusal: refused };
      }
      page = current;
      continue;
    }
    const choices = attempt.choices(page) as readonly Choice[];
    const voter = voterOf(context, page.competitionId, person);
    // Asked once: each question counts as an attempt, and a proof is good for one.
    leave ??= context.voteGuard?.check({
      context,
      competitionId: page.competitionId,
      voterId: voter.id,
      level: person.level,
      key: attempt.key,
      proof,
    });
    if (leave?.kind === 'challenge') return { refusal: challengeNeeded(context, leave.challenge) };
    if (leave?.kind === 'wait') return { refusal: overloaded(context, leave.retryAfterSeconds) };
    const outcome = await ballotBox.cast({
      page,
      voterId: voter.id,
      bucket: voter.bucket,
      key: attempt.key,
      choices,
      challenge: leave?.kind === 'passed' ? { id: leave.challengeId, expiresAt: leave.challengeExpiresAt } : null,
      ...signsOf(context, person),
    });
    switch (outcome.kind) {
      case 'counted':
        // What was read before the vote must not answer for what is true after it.
        context.loaders.clear();
        return { counted: outcome, page };
      case 'already':
        return {
          refusal: make(AlreadyVotedError, {
            message: message(locale, 'vote.already'),
            vote: voteView(context, outcome.vote),
          }),
        };
      case 'quota':
        return { refusal: quotaUsed(context, page, outcome) };
      case 'key-used':
        throw badKey(context);
      case 'challenge-used':
        // Spent before, perhaps through another process: what does the guard say to somebody without a proof?
        proof = null;
        leave = undefined;
        break;
      case 'overloaded':
        return { refusal: overloaded(context, outcome.retryAfterSeconds) };
      case 'closed':
      case 'stale':
        page = await ballotBox.book.reread(page.competitionId);
    }
  }
  // The stage moved three times while one vote was cast.
  return { refusal: overloaded(context, 1) };
}

async function refusalOf<Fault extends object>(
  context: Context,
  page: VotingPage,
  person: NonNullable<Awaited<ReturnType<typeof personOf>>>,
  { choices: choicesOn }: Attempt<Fault>,
): Promise<BallotRefusal | Fault | 'not-found' | null> {
  const { locale, viewer } = context;
  if (!page.isPublic && !(await isOrganizer(context, page.competitionId))) return 'not-found';
  const closed = votingClosed(context, page);
  const choices = choicesOn(page);
  if (choices === null) return 'not-found';
  if (closed) return closed;
  if (!page.rule.levels.includes(person.level) || person.isThrowaway) {
    // A device may not vote here, but its owner may sign in.
    if (person.level === AssuranceLevel.DEVICE) throw unauthenticated(context);
    return make(NotEligibleError, {
      message: message(locale, person.isThrowaway ? 'vote.throwaway' : 'vote.level'),
      levels: [...page.rule.levels],
    });
  }
  if (!isChoices(choices)) return choices;
  if (page.rule.excludesOwnOrganization && viewer) {
    for (const { entryId } of choices) {
      const organizationId = page.entries.get(entryId)?.organizationId ?? '';
      const isOwn = viewer.organizationIds?.includes(organizationId) ?? (await isOrWasMember(context, organizationId));
      if (isOwn) return make(OwnOrganizationError, { message: message(locale, 'vote.ownOrganization') });
    }
  }
  return null;
}

const isChoices = (value: readonly Choice[] | object): value is readonly Choice[] => Array.isArray(value);

const challengeNeeded = ({ locale }: Context, challenge: string) =>
  make(ChallengeNeededError, { message: message(locale, 'vote.challenge'), challenge });

const overloaded = ({ locale }: Context, retryAfterSeconds: number) =>
  make(OverloadedError, {
    message: message(locale, 'vote.overloaded', { retryAfterSeconds }),
    retryAfterSeconds,
  });

const scopes: [prefix: string, scope: VoteQuotaScope][] = [
  [dayScope(''), VoteQuotaScope.DAY],
  [stageScope, VoteQuotaScope.STAGE],
  ['category:', VoteQuotaScope.CATEGORY],
  ['entry:', VoteQuotaScope.ENTRY],
];

function quotaUsed(
  { locale, clock }: Context,
  page: VotingPage,
  { scope, allowed }: { scope: string; allowed: number },
): VoteQuotaError {
  const kind = scopes.find(([prefix]) => scope.startsWith(prefix))?.[1] ?? VoteQuotaScope.DAY;
  const next = nextDayStart(page.timeZone, clock.now());
  const nextVoteAt = kind === VoteQuotaScope.DAY && page.stage && next < page.stage.closesAt ? next : null;
  const key =
    kind === VoteQuotaScope.DAY ? (nextVoteAt ? 'vote.quota' : 'vote.quota.lastDay') : (`vote.quota.${kind}` as const);
  return make(VoteQuotaError, {
    message: message(locale, key, {
      allowed,
      nextVoteAt: nextVoteAt && instantInWords(locale, nextVoteAt, page.timeZone),
    }),
    scope: kind,
    allowed,
    nextVoteAt,
  });
}

/** Today, where the competition is. */
export const todayOn = ({ clock }: Context, { timeZone }: Pick<VotingPage, 'timeZone'>): string =>
  dayIn(timeZone, clock.now());
