import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { load, type Context } from '../../../core/context.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { isId } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { Project } from '../../../work/projects/index.ts';
import { Category, Competition } from '../../competitions/index.ts';
import { EntryAnswer, EntrySection } from '../entry-content.types.ts';
import { maskOf } from '../masks/entry-mask.ts';
import { Entry } from '../entry.entity.ts';
import { canReadAnswers } from './answers.policy.ts';
import { EntryDraft } from './entry-draft.entity.ts';
import { DraftAnswer } from './entry-draft.types.ts';

/** What was handed in, read through the mask, which lets all pass for who does not judge blind. */
@Resolver(() => Entry)
export class EntryContentResolver {
  @FieldResolver(() => [EntrySection], { description: 'As they were handed in, in the order of the form.' })
  async sections(@Root() entry: Entry, @Ctx() context: Context): Promise<EntrySection[]> {
    const mask = await maskOf(context, entry);
    return entry.sections.map(({ key, name, text }) =>
      make(EntrySection, { key, name: LocalizedText.of(name).in(context.locale), text: mask(text) }),
    );
  }

  @FieldResolver(() => [EntryAnswer], {
    description: 'To the questions of the competition; for its organization, the organizers and the judges alone.',
  })
  async answers(@Root() entry: Entry, @Ctx() context: Context): Promise<EntryAnswer[]> {
    if (entry.answers.length === 0 || !(await canReadAnswers(context, entry))) return [];
    const mask = await maskOf(context, entry);
    return entry.answers.map(({ key, prompt, kind, value, option }) =>
      make(EntryAnswer, {
        key,
        prompt: LocalizedText.of(prompt).in(context.locale),
        kind: kind as EntryAnswer['kind'],
        value: option ? LocalizedText.of(option).in(context.locale) : mask(value),
      }),
    );
  }
}

@Resolver(() => Project)
export class ProjectDraftsResolver {
  @FieldResolver(() => EntryDraft, { nullable: true, description: 'Null before the first answer.' })
  async draftFor(
    @Root() project: Project,
    @Arg('competitionId', () => ID) competitionId: string,
    @Ctx() context: Context,
  ): Promise<EntryDraft | null> {
    if (!isId(competitionId)) return null;
    return await load<EntryDraft | null>(
      context,
      `project.draftFor/${competitionId}`,
      project.id,
      async (ids) => {
        const drafts = await context.em.find(EntryDraft, { project: { $in: [...ids] }, competition: competitionId });
        return new Map(drafts.map((draft) => [draft.project.id, draft]));
      },
      null,
    );
  }
}

@Resolver(() => EntryDraft)
export class EntryDraftResolver {
  @FieldResolver(() => Competition)
  async competition(@Root() draft: EntryDraft): Promise<Competition> {
    return await draft.competition.loadOrFail();
  }

  @FieldResolver(() => Category, { nullable: true, description: 'Where it is to be entered, once that is chosen.' })
  async category(@Root() draft: EntryDraft): Promise<Category | null> {
    return (await draft.category?.load()) ?? null;
  }

  @FieldResolver(() => [DraftAnswer])
  answers(@Root() draft: EntryDraft): DraftAnswer[] {
    return Object.entries(draft.answers).map(([key, value]) => make(DraftAnswer, { key, value }));
  }
}
