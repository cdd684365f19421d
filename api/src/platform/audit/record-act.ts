import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../core/context.ts';
import { AuditEvent } from './audit-event.entity.ts';

/** Notes an act in the transaction that does it: neither happens without the other. */
export function recordAct(
  context: Context,
  em: EntityManager,
  act: string,
  subject: { type: string; id: string },
  details: Record<string, unknown> = {},
): void {
  em.create(AuditEvent, {
    at: context.clock.now(),
    actorId: context.viewer?.id ?? null,
    act,
    subjectType: subject.type,
    subjectId: subject.id,
    details,
  });
}
