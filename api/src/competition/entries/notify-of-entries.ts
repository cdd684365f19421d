import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { Competition } from '../competitions/index.ts';
import {
  instantParam,
  MessageKind,
  queueToManyMembers,
  type OrganizationMatter,
} from '../../platform/messages/index.ts';
import { Organization } from '../../people/organizations/index.ts';
import type { Entry } from './entry.entity.ts';

/** What became of an entry. */
export type EntryNews = { entry: Entry } & (
  | { kind: MessageKind.ENTRY_SUBMITTED; sha256: string }
  | { kind: MessageKind.ENTRY_ACCEPTED | MessageKind.ENTRY_REOPENED }
  | { kind: MessageKind.ENTRY_REJECTED; reason: string }
  | { kind: MessageKind.ENTRY_RETURNED; reason: string; until: Date }
);

/**
 * Writes to the members of their organizations what became of entries, in the transaction in which it does; of many
 * entries in one statement.
 */
export async function notifyOfEntries(context: Context, em: EntityManager, news: readonly EntryNews[]): Promise<void> {
  if (context.isOperator || news.length === 0) return;
  // Loaded together; what is loaded already costs nothing.
  await em.find(Organization, { id: { $in: news.map(({ entry }) => entry.organization.id) } });
  const competitions = await em.find(Competition, { id: { $in: news.map(({ entry }) => entry.competition.id) } });
  const byId = new Map(competitions.map((competition) => [competition.id, competition]));
  const matters = await Promise.all(
    news.map(async (one) => {
      const competition = byId.get(one.entry.competition.id);
      if (!competition) throw new Error('an entry is one of a competition');
      return matterOf(one, competition, await one.entry.organization.loadOrFail());
    }),
  );
  await queueToManyMembers(context, em, matters);
}

export const notifyOfEntry = async (context: Context, em: EntityManager, news: EntryNews): Promise<void> =>
  await notifyOfEntries(context, em, [news]);

function matterOf(
  news: EntryNews,
  { id: competitionId, slug, name, timeZone }: Competition,
  organization: Organization,
): OrganizationMatter {
  const { entry } = news;
  const { zh, en } = entry.title;
  const params = {
    number: entry.number,
    title: { zh, en },
    competition: { zh: name.zh, en: name.en },
    organization: { zh: organization.name.zh, en: organization.name.en },
    link: { path: `/c/${slug}/entries/${entry.number}` },
  };
  const matter = { competitionId, subject: { type: 'Entry', id: entry.id }, organizationId: organization.id };
  switch (news.kind) {
    case MessageKind.ENTRY_SUBMITTED: {
      const told = { at: instantParam(entry.submittedAt, timeZone), code: news.sha256.slice(0, 8) };
      return { ...matter, kind: news.kind, params: { ...params, ...told } };
    }
    case MessageKind.ENTRY_ACCEPTED:
    case MessageKind.ENTRY_REOPENED:
      return { ...matter, kind: news.kind, params };
    case MessageKind.ENTRY_REJECTED:
      return { ...matter, kind: news.kind, params: { ...params, reason: news.reason } };
    case MessageKind.ENTRY_RETURNED: {
      const { reason } = news;
      // Where it is corrected; the page of the entry shows what was handed in.
      const link = { path: `/projects/${entry.project.id}` };
      return {
        ...matter,
        kind: news.kind,
        params: { ...params, reason, until: instantParam(news.until, timeZone), link },
      };
    }
  }
}
