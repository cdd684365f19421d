import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.ts';
import { Competition } from '../competitions/index.ts';
import { instantParam, MessageKind, queueToMembers } from '../messages/index.ts';
import { Organization } from '../organizations/index.ts';
import type { Entry } from './entry.entity.ts';

/** Writes to the members of its organization what became of an entry, in the transaction in which it does. */
export async function tellOfEntry(
  context: Context,
  em: EntityManager,
  entry: Entry,
  what:
    | { kind: MessageKind.ENTRY_SUBMITTED | MessageKind.ENTRY_ACCEPTED }
    | { kind: MessageKind.ENTRY_REJECTED; reason: string },
): Promise<void> {
  if (context.isOperator) return;
  const { slug, name, timeZone } = await em.findOneOrFail(Competition, { id: entry.competition.id });
  const organization = await em.findOneOrFail(Organization, { id: entry.organization.id });
  const { zh, en } = entry.title;
  const params = {
    number: entry.number,
    title: { zh, en },
    competition: { zh: name.zh, en: name.en },
    organization: { zh: organization.name.zh, en: organization.name.en },
    link: { path: `/c/${slug}/entries/${entry.number}` },
  };
  const matter = { competitionId: entry.competition.id, subject: { type: 'Entry', id: entry.id } };
  switch (what.kind) {
    case MessageKind.ENTRY_SUBMITTED: {
      const at = instantParam(entry.submittedAt, timeZone);
      await queueToMembers(context, em, organization.id, { ...matter, kind: what.kind, params: { ...params, at } });
      return;
    }
    case MessageKind.ENTRY_ACCEPTED:
      await queueToMembers(context, em, organization.id, { ...matter, kind: what.kind, params });
      return;
    case MessageKind.ENTRY_REJECTED: {
      const { reason } = what;
      await queueToMembers(context, em, organization.id, { ...matter, kind: what.kind, params: { ...params, reason } });
    }
  }
}
