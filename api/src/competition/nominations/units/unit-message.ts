import type { Competition } from '../../competitions/index.ts';
import { instantParam, MessageKind, type OrganizationMatter } from '../../../platform/messages/index.ts';
import type { SendingUnit } from '../sending-unit.entity.ts';

type News =
  | { kind: MessageKind.NOMINATIONS_RETURNED; reason: string }
  | { kind: MessageKind.NOMINATION_REMINDER; once: string };

/** What the members of a sending unit are written. */
export async function matterOf(
  { id, slug, name, timeZone }: Competition,
  unit: SendingUnit,
  news: News,
): Promise<OrganizationMatter> {
  const organization = await unit.organization.loadOrFail();
  const params = {
    competition: { zh: name.zh, en: name.en },
    organization: { zh: organization.name.zh, en: organization.name.en },
    until: instantParam(unit.closesAt, timeZone),
    link: { path: `/c/${slug}/nominations/${unit.id}` },
  };
  const matter = { competitionId: id, subject: { type: 'SendingUnit', id: unit.id }, organizationId: organization.id };
  switch (news.kind) {
    case MessageKind.NOMINATIONS_RETURNED:
      return { ...matter, kind: news.kind, params: { ...params, reason: news.reason } };
    case MessageKind.NOMINATION_REMINDER:
      return { ...matter, kind: news.kind, params, once: news.once };
  }
}
