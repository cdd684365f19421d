import { keyOf, planOf, type Cast } from './plans.ts';
import type { Operation, RunOrder, Target } from './protocol.ts';
import { cookieOf, tokenOf } from './session.ts';

/** What our own page asks for, in its own words: see CastVote.graphql in web/src/features/voting. */
const answer = `{ __typename ... on CastVoteSuccess { votesLeftToday vote { ...CastVote_vote __typename } __typename }
  ... on AlreadyVotedError { vote { ...CastVote_vote __typename } __typename } ... on ChallengeNeededError { challenge __typename }
  ... on OverloadedError { retryAfterSeconds __typename } ... on UserError { message __typename } }`;
const fragment = 'fragment CastVote_vote on Vote { id castAt day receipt state points ordinal __typename }';
const queries: Record<Operation, string> = {
  castVote: `mutation CastVote($input: CastVoteInput!) { castVote(input: $input) ${answer} } ${fragment}`,
  benchNoop: 'mutation Noop($input: BenchVoteInput!) { benchNoop(input: $input) }',
  benchNaive: 'mutation Naive($input: BenchVoteInput!) { benchNaive(input: $input) }',
  viewer: 'query Viewer { viewer { id } }',
};

const blank = ' '.repeat(36);

/** Each voter has an address of their own, as the proxy in front tells it, and a few share a network. */
function addressOf(voter: number, voters: number): string {
  const networks = Math.ceil(voters / 3);
  const hash = Math.imul((voter % networks) + 1, 2_654_435_761) >>> 0;
  return `${((hash >>> 24) % 90) + 11}.${(hash >>> 16) & 255}.${(hash >>> 8) & 255}.${1 + Math.floor(voter / networks)}`;
}

/**
 * The bytes of every voter's request, written once; only the entry and the key change from one request to the next.
 * They are written into the voter's place right before they are sent.
 */
export class Requests {
  private readonly bytes: Buffer;
  private readonly starts: Uint32Array;
  private readonly plan;
  private readonly cast: Cast = { voter: 0, entry: 0, key: 0 };

  constructor(
    private readonly order: RunOrder,
    private readonly target: Target,
  ) {
    this.plan = planOf(order.plan);
    this.starts = new Uint32Array(target.voters + 1);
    const body = this.body();
    const parts: string[] = [];
    let at = 0;
    for (let voter = 0; voter < target.voters; voter += 1) {
      const text = `${this.head(voter, body.length)}${body}`;
      parts.push(text);
      at += text.length;
      this.starts[voter + 1] = at;
    }
    this.bytes = Buffer.from(parts.join(''), 'latin1');
  }

  private body(): string {
    const { operation } = this.order;
    const variables = operation === 'viewer' ? '{}' : `{"input":{"entryId":"${blank}","key":"${blank}"}}`;
    return `{"query":${JSON.stringify(queries[operation])},"variables":${variables}}`;
  }

  private head(voter: number, length: number): string {
    const origin = `127.0.0.1:${this.target.ports[0]}`;
    return [
      'POST /graphql HTTP/1.1',
      `Host: ${origin}`,
      `Origin: http://${origin}`,
      'User-Agent: laurel-bench',
      'Accept: */*',
      'Accept-Language: zh-CN',
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      `X-Forwarded-For: ${addressOf(voter, this.target.voters)}`,
      `Cookie: ${cookieOf(tokenOf(voter), this.target.secret)}`,
      '\r\n',
    ].join('\r\n');
  }

  /** The nth request of the run. The bytes are good until the voter's next one is asked for. */
  nth(n: number): Uint8Array {
    const { cast, order, bytes } = this;
    this.plan(n + (order.from ?? 0), order.voters ?? this.target.voters, order.entries.length, cast);
    const start = this.starts[cast.voter] ?? 0;
    const end = this.starts[cast.voter + 1] ?? 0;
    if (order.operation !== 'viewer') {
      // …"entryId":"<36>","key":"<36>"}}}
      bytes.write(order.entries[cast.entry] ?? blank, end - 85, 'latin1');
      bytes.write(keyOf(order.seed, cast.key), end - 40, 'latin1');
    }
    return bytes.subarray(start, end);
  }
}
