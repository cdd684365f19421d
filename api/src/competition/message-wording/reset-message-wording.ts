import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { assertOrganizer } from '../competitions/index.ts';
import { wordingOf } from './message-wording.queries.ts';
import { localeIn, type MessageWording, type ResetMessageWordingInput } from './message-wording.types.ts';
import { MessageTemplate } from './message-template.entity.ts';

/** Back to the built-in words; the record of acts keeps what was said before. */
export async function resetMessageWording(
  context: Context,
  { competitionId, kind, language }: ResetMessageWordingInput,
): Promise<MessageWording> {
  await assertOrganizer(context, competitionId);
  return await unitOfWork(context, async (em) => {
    const competition = competitionId;
    const removed = await em.nativeDelete(MessageTemplate, { competition, kind, locale: localeIn(language) });
    if (removed > 0) {
      recordAct(context, em, 'resetMessageWording', { type: 'Competition', id: competitionId }, { kind, language });
    }
    return wordingOf(context, kind, language, null);
  });
}
