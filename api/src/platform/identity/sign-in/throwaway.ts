/** Filled at the first question: the list holds thousands of names and start-up should not wait for them. */
let domains: Promise<Set<string>> | undefined;

async function readDomains(): Promise<Set<string>> {
  const { disposableEmailBlocklistSet } = await import('disposable-email-domains-js');
  return disposableEmailBlocklistSet();
}

/**
 * Whether an address is of a service that hands mailboxes to anybody for minutes. Such an address may sign in, but it
 * says too little about a person to vote. Takes canonical addresses.
 */
export async function isThrowaway(email: string): Promise<boolean> {
  const known = await (domains ??= readDomains());
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.');
  // These services take mail for every name below theirs as well.
  return labels.some((_, i) => i < labels.length - 1 && known.has(labels.slice(i).join('.')));
}
