import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../core/context.ts';
import { instantParam, queueToMembers, type MessageKind } from '../../../platform/messages/index.ts';
import type { Extension } from './extension.entity.ts';

interface News {
  kind: MessageKind.EXTENSION_GRANTED | MessageKind.EXTENSION_REVOKED;
  reason: string;
  /** The deadline that its organization has from now on. */
  until: Date;
}

/** Writes to the members of an organization that they have more time, or no longer have it. */
export async function notifyOfExtension(
  context: Context,
  em: EntityManager,
  extension: Extension,
  { kind, reason, until }: News,
): Promise<void> {
  const [competition, organization] = [
    await extension.competition.loadOrFail(),
    await extension.organization.loadOrFail(),
  ];
  await queueToMembers(context, em, organization.id, {
    kind,
    competitionId: competition.id,
    subject: { type: 'Extension', id: extension.id },
    params: {
      competition: { zh: competition.name.zh, en: competition.name.en },
      organization: { zh: organization.name.zh, en: organization.name.en },
      reason,
      until: instantParam(until, competition.timeZone),
      link: { path: '/projects' },
    },
  });
}
