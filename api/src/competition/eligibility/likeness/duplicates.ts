import { Field, Float, ObjectType } from 'type-graphql';
import { isSelected, rowsBy } from '../../../core/load-rows.ts';
import type { Context } from '../../../core/context.ts';
import { make } from '../../../core/graphql/user-error.ts';
import { isOrganizer } from '../../competitions/index.ts';
import { canSeeEntry, Entry, EntryStatus } from '../../entries/index.ts';
import { EntryLikeness } from './likeness.entity.ts';

@ObjectType({ description: 'Another entry that looks like the same; for organizers.' })
export class Duplicate {
  @Field(() => Entry)
  entry!: Entry;

  @Field(() => Boolean, {
    description: 'Whether it is of the same project, so that it needs no mark to go on with it.',
  })
  isSameProject!: boolean;

  @Field(() => Float, { description: 'How alike the titles are, 0 to 1.' })
  title!: number;

  @Field(() => Float, { description: 'How alike the texts are, 0 to 1.' })
  text!: number;
}

const likenessesOf = rowsBy(EntryLikeness, 'entry', {
  where: { other: { status: { $ne: EntryStatus.WITHDRAWN } } },
  populate: ['other'],
  strategy: 'select-in',
});

/** The likest first, at most twenty, of many entries in two statements. Withdrawn ones compete with nothing. */
export async function duplicatesOf(context: Context, entry: Entry): Promise<Duplicate[]> {
  if (!(await isOrganizer(context, entry.competition.id))) return [];
  const likenesses = await likenessesOf(context, entry.id);
  const shown = await Promise.all(
    likenesses.map(async ({ other, title, text }) => {
      const found = await other.loadOrFail();
      const isSameProject = found.project.id === entry.project.id;
      return (await canSeeEntry(context, found)) ? [make(Duplicate, { entry: found, isSameProject, title, text })] : [];
    }),
  );
  return shown
    .flat()
    .toSorted((a, b) => b.title + b.text - a.title - a.text)
    .slice(0, 20);
}

/** Whether anything looks like it; of many entries in one statement. */
export async function hasDuplicates(context: Context, entry: Entry): Promise<boolean> {
  if (!(await isOrganizer(context, entry.competition.id))) return false;
  return await isSelected(
    context,
    'entry.hasDuplicates',
    entry.id,
    `select distinct l.entry_id as id from entry_likenesses l join entries o on o.id = l.other_id
     where l.entry_id = any(?::uuid[]) and o.status <> 'WITHDRAWN'`,
  );
}
