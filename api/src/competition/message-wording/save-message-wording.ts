import { messageWordingInput } from '@laurel/schema/inputs';
import { ref } from '@mikro-orm/core';
import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { parseInput } from '../../core/graphql/parse-input.ts';
import { notFound } from '../../core/graphql/refusals.ts';
import { InvalidInputError, make } from '../../core/graphql/user-error.ts';
import { recordAct } from '../../platform/audit/index.ts';
import { User } from '../../platform/identity/index.ts';
import { messageKinds } from '../../platform/messages/index.ts';
import { assertOrganizer, holdCompetition } from '../competitions/index.ts';
import { problemsOf, wordingOf } from './message-wording.queries.ts';
import {
  localeIn,
  MissingPlaceholderError,
  SaveMessageWordingSuccess,
  UnknownPlaceholderError,
  type SaveMessageWordingInput,
} from './message-wording.types.ts';
import { MessageTemplate } from './message-template.entity.ts';

type Outcome = SaveMessageWordingSuccess | UnknownPlaceholderError | MissingPlaceholderError | InvalidInputError;

/** Puts the organizers' own words in the place of the built-in ones. */
export async function saveMessageWording(context: Context, input: SaveMessageWordingInput): Promise<Outcome> {
  const { competitionId, kind, language } = input;
  await assertOrganizer(context, competitionId);
  if (!messageKinds[kind].isOfCompetition) throw notFound(context);
  const wording = parseInput(context, messageWordingInput, input);
  if (wording instanceof InvalidInputError) return wording;
  const [problem] = problemsOf(context, kind, wording);
  if (problem) {
    const type = problem.is === 'unknown' ? UnknownPlaceholderError : MissingPlaceholderError;
    return make(type, { message: problem.words, placeholders: problem.placeholders });
  }
  return await unitOfWork(context, async (em) => {
    const competition = await holdCompetition(context, em, competitionId);
    const key = { competition, kind, locale: localeIn(language) };
    const now = {
      subject: wording.subject,
      body: wording.body,
      savedAt: context.clock.now(),
      savedBy: context.viewer ? ref(em.getReference(User, context.viewer.id)) : null,
    };
    const found = await em.findOne(MessageTemplate, key);
    const template = found ? em.assign(found, now) : em.create(MessageTemplate, { ...key, ...now });
    const subject = { type: 'Competition', id: competitionId };
    recordAct(context, em, 'saveMessageWording', subject, { kind, language, ...wording });
    return make(SaveMessageWordingSuccess, { wording: wordingOf(context, kind, language, template) });
  });
}
