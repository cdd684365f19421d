import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Clock } from './clock.ts';
import type { Locale } from './locale.ts';

/** Who asks. What they may do follows from relations (member, judge, organizer), never from a flag here. */
export interface Viewer {
  id: string;
  email: string;
  name: string;
  /** E.164, where the person signed in by phone. */
  phone?: string | null;
  /** `<provider>:<subject>`, where somebody else vouches for the person. */
  oidc?: string | null;
  /** The language in which messages to the person are written, where the session already knew. */
  locale?: string | null;
  /** When the account was made. */
  since?: Date;
  /** Organizations the person is a member of, or was until lately, where the session already knew. */
  organizationIds?: readonly string[];
  /** Whether the person holds, or held, a seat on any panel, where the session already knew. */
  holdsSeat?: boolean;
  /** Whether the e-mail address is of a service that hands mailboxes to anybody; such a person does not vote. */
  isThrowaway?: boolean;
}

/** What a request shows of the client; nothing where nobody stands at a network. */
export interface ClientSigns {
  address: string | null;
  device: { id: string; since: Date } | null;
}

export const noClient: ClientSigns = { address: null, device: null };

/** What every use case gets. Modules add their parts by declaration merging, each in its own `context.ts`. */
export interface Context {
  em: EntityManager;
  viewer: Viewer | null;
  /** Set by the command line and the seeds: the operator of this installation, who may set competitions up. */
  isOperator: boolean;
  clock: Clock;
  locale: Locale;
  /** Key of the pseudonyms under which people vote. */
  secret: string;
  client: ClientSigns;
  loaders: Map<string, DataLoader<string, unknown>>;
}

type Parts = Omit<Context, 'loaders' | 'client' | 'em'> & {
  /** Or how to come by one: a vote asks nothing through it, and making one costs more than much of the rest. */
  em: EntityManager | (() => EntityManager);
  client?: ClientSigns;
};

/** What a context is made of; `em` stands on the prototype because Apollo copies a context's own fields, reading each. */
class RequestContext {
  private readonly emSource: { em: EntityManager | (() => EntityManager) };

  constructor(em: EntityManager | (() => EntityManager)) {
    this.emSource = { em };
  }

  get em(): EntityManager {
    const { em } = this.emSource;
    return typeof em === 'function' ? (this.emSource.em = em()) : em;
  }
}

export function makeContext({ em, ...parts }: Parts): Context {
  // A context made from another's fields brings that one's source along, which must not win over its own.
  return Object.assign(new RequestContext(em), { client: noClient, ...parts, emSource: { em }, loaders: new Map() });
}

/**
 * A batch of this request: all keys asked for in one tick are answered by one call of `batch`.
 * `name` must say everything that the answer depends on besides the key.
 */
export function load<V>(
  context: Context,
  name: string,
  key: string,
  batch: (keys: readonly string[]) => Promise<Map<string, V>>,
  missing: V,
): Promise<V> {
  let loader = context.loaders.get(name) as DataLoader<string, V> | undefined;
  if (!loader) {
    loader = new DataLoader<string, V>(async (keys) => {
      const found = await batch(keys);
      return keys.map((k) => found.get(k) ?? missing);
    });
    context.loaders.set(name, loader);
  }
  return loader.load(key);
}
