const storageKey = 'laurel.unanswered';
/** Who comes back later than this taps anew; who comes back sooner meant this vote. */
const keptMs = 10 * 60_000;

interface Sent {
  key: string;
  at: number;
}

/**
 * Keys of votes that were sent and not answered yet, by entry or competition, so that after a reload they go on and
 * still count once. Of this tab alone; signing out forgets them.
 */
function all(): Record<string, Sent> {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Record<string, Sent>;
  } catch {
    return {};
  }
}

function store(sent: Record<string, Sent>): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(sent));
  } catch {
    // Without storage a reload forgets the vote, as if it had not been tapped.
  }
}

export function keyOf(subject: string): string | undefined {
  const sent = all()[subject];
  return sent && Date.now() - sent.at < keptMs ? sent.key : undefined;
}

export function remember(subject: string, key: string): void {
  store({ ...all(), [subject]: { key, at: Date.now() } });
}

export function forget(subject: string): void {
  const { [subject]: _, ...others } = all();
  store(others);
}
