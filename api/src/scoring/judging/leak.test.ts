import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../core/context.ts';
import type { Locale } from '../../core/locale.ts';
import { mutationsOf } from '../../test/mutations.ts';
import { makeSecrets, type Secrets } from '../../test/secrets.ts';
import { secretName } from '../../test/secret-world.ts';
import { leavesOf, rootQueries, walk, type Leaf, type Walked } from '../../test/walk.ts';
import { sharedWorld } from '../../test/shared-world.ts';

const world = sharedWorld();
let made: Secrets;
beforeAll(async () => {
  made = await makeSecrets(world);
}, 120_000);

// A voter is shown what a member is shown, and nothing of an organization.
const everybody = ['visitor', 'member', 'judge', 'judge of another panel', 'retired judge', 'plain judge'];
const blindOnes = ['judge', 'judge of another panel', 'retired judge'];
const as = (name: string): Viewer | null => made.viewers[name] ?? null;

/** What there is to see for everybody. A type that is not in these lists is for organizers alone. */
const publicTypes = `Activity ActivityMeasure Award BallotRule Category Competition CompetitionFigures Criterion
  CriterionLevel Entry EntryAttachment EntrySection EntryVoting Evidence EvidenceHours FieldProblem Form FormSection LocalizedText NominationClause
  Organization PageInfo Question QuestionOption Region RegionFigure Rubric ScoringRule SignInMethods SignInProvider
  SimilarOrganization Stage StageMove Standing SubmissionRule SubmissionWindow Team Volunteer Vote VoteBalance VoteBalanceDay VoteBalanceReason`.split(
  /\s+/,
);
const ownTypes: Record<string, string[]> = {
  voter: ['Viewer'],
  member: `Viewer Project ProjectSection ProjectRevision ProjectBasics ProjectEditor MissingPart EntryDraft DraftAnswer
    EntryAnswer Receipt ReceiptFact ReceiptFile Presence PartVersion Attachment Correction MarkedField Member Invitation
    OrganizationContact`.split(/\s+/),
  judge: ['Viewer', 'EntryAnswer', 'Judge', 'JudgeProgress', 'Assignment', 'Mark'],
};

/** Null for all but organizers, as long as counts are hidden and nothing of one's own was rejected. */
const hiddenField = /(?:^|\.)(?:voteCount|exposure|rejectionReason)(?:\.|$)/;

const walked = new Map<string, Promise<Walked>>();
/** Everything that a viewer is shown behind a root field; asked for once. */
async function everythingOf(name: string, call: string, locale: Locale = 'en', depth = 5): Promise<Walked> {
  const key = [name, call, locale, depth].join('/');
  const known = walked.get(key) ?? walk(world, as(name), call, depth, 'query', locale);
  walked.set(key, known);
  return await known;
}

const leaves = ({ data, messages }: Walked): Leaf[] => [...leavesOf(data), ...leavesOf(messages, 'errors', 'errors')];

/** What must not stand in an answer to this viewer, and does; the first few. */
function leaksIn(answer: Walked, name: string): Leaf[] {
  const { markers, values } = made.secretsFor(as(name));
  const found = leaves(answer);
  const text = [...new Set(found.map(({ value }) => value))].join('\n');
  const leaked = markers.filter((marker) => text.includes(marker));
  const seen = new Set([...publicTypes, ...(ownTypes[name.includes('judge') ? 'judge' : name] ?? [])]);
  return found
    .filter(
      ({ path, key, value }) =>
        values.has(value) ||
        hiddenField.test(path) ||
        leaked.some((marker) => value.includes(marker)) ||
        (key === '__typename' && !seen.has(value) && !/(Connection|Edge|Success|Error)$/.test(value)),
    )
    .slice(0, 5);
}

const namesIn = (answer: Walked): Leaf[] =>
  leaves(answer)
    .filter(({ value }) => secretName.test(value))
    .slice(0, 5);

test('the walk begins at every root field', () => {
  const begun = new Set([...made.calls, ...made.namingCalls].map((call) => /^\w+/.exec(call)?.[0]));
  expect(rootQueries().filter((field) => !begun.has(field))).toEqual([]);
});

// Side by side: each waits for the database half of the time.
describe.concurrent('by no path is anybody shown what is not theirs', () => {
  test.each(everybody)('%s', { timeout: 120_000 }, async (name) => {
    for (const call of [...made.calls, ...made.namingCalls]) {
      const answer = await everythingOf(name, call);
      expect(answer.messages, call).toEqual([]);
      expect(leaksIn(answer, name), call).toEqual([]);
    }
  });
});

describe.concurrent('by no path is a blind judge shown a name with an entry', () => {
  test.each([
    ['judge', 'en'],
    ['judge', 'zh-CN'],
    ['judge of another panel', 'en'],
    ['retired judge', 'en'],
  ] as const)('%s, %s', { timeout: 120_000 }, async (name, locale) => {
    for (const call of made.calls) expect(namesIn(await everythingOf(name, call, locale)), call).toEqual([]);
    // The pages that have the name lead to no entry.
    for (const call of made.namingCalls) {
      const found = leaves(await everythingOf(name, call, locale));
      expect(found.some(({ value }) => secretName.test(value))).toBe(true);
      expect(found.filter(({ value }) => made.blindEntryIds.includes(value)).slice(0, 5), call).toEqual([]);
    }
  });
});

describe('the same walk does show', () => {
  test('organizers every secret', { timeout: 120_000 }, async () => {
    const shown = new Set<string>();
    for (const call of made.calls.filter((one) => /^(competition|entry)\(/.test(one))) {
      for (const { value } of leaves(
        await everythingOf('organizer of both', call, 'en', call.startsWith('entry') ? 1 : 4),
      ))
        shown.add(value);
    }
    const missing = made.secretsOfOrganizers().filter((secret) => !shown.has(secret));
    expect(missing).toEqual([]);
    expect(made.secretsOfOrganizers().length).toBeGreaterThan(100);
  });

  test('judges their own marks and comments', async () => {
    const shown = leaves(await everythingOf('judge', 'viewer')).map(({ value }) => value);
    const own = made.ownOf('CODE-BE1').filter((value) => /^(SECRET|\d\.\d{3}$)/.test(value));
    expect(own.length).toBeGreaterThan(5);
    expect(shown).toEqual(expect.arrayContaining(own));
  });

  test.each(['visitor', 'plain judge'])('the names: %s', async (name) => {
    // The sending competition has no accepted entries yet, and no names to tell.
    const telling = made.slugs.map((slug) => `competition(slug: "${slug}")`);
    for (const call of telling) {
      expect(namesIn(await everythingOf(name, call)), call).toHaveLength(5);
    }
  });
});

// Last, because it changes what the others read.
describe('nor by what they may try, with their own sheets or with those of others', () => {
  const done = new Set<string>();
  test.each(['member', 'voter', 'plain judge', ...blindOnes])('%s', { timeout: 120_000 }, async (name) => {
    for (const call of mutationsOf(made, as(name))) {
      const answer = await walk(world, as(name), call, 4, 'mutation');
      for (const { value } of leaves(answer)) done.add(value);
      expect(leaksIn(answer, name), call).toEqual([]);
      if (blindOnes.includes(name)) expect(namesIn(answer), call).toEqual([]);
    }
  });

  test('and some of that they may', () => {
    const successes = ['CastVote', 'RetractVote', 'SaveMarks', 'SubmitSheet', 'DeclareConflict'].map(
      (name) => `${name}Success`,
    );
    expect(successes.filter((name) => !done.has(name))).toEqual([]);
  });
});
