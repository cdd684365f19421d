import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Trigger } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { Competition } from '../competitions/index.ts';
import { Entry } from '../entries/index.ts';
import { User } from '../../platform/identity/index.ts';

export enum ImportState {
  AWAITED = 'AWAITED',
  RECEIVED = 'RECEIVED',
  CHECKED = 'CHECKED',
  IMPORTED = 'IMPORTED',
  UNDONE = 'UNDONE',
}
registerEnumType(ImportState, {
  name: 'ImportState',
  description:
    'AWAITED: the file has not come yet. RECEIVED: not looked through yet. CHECKED: a dry run has told what would happen. IMPORTED and UNDONE: it has happened, and was taken back.',
});

export enum ArriveAs {
  SUBMITTED = 'SUBMITTED',
  ACCEPTED = 'ACCEPTED',
}
registerEnumType(ArriveAs, {
  name: 'ArriveAs',
  description: 'What imported entries are: still to be reviewed, or in.',
});

/** A file of entries on its way into a competition, from the first byte to what became of it. */
@ObjectType({ implements: Node, description: 'A file of entries that an organizer brings into a competition.' })
@Entity({ tableName: 'entry_imports' })
@Index({ properties: ['competition', 'createdAt'] })
@Check({ name: 'entry_imports_size_range', expression: 'size > 0 and size <= 20971520' })
@Check({ name: 'entry_imports_name_written', expression: "name <> '' and length(name) <= 255" })
@Check({ name: 'entry_imports_sha256_form', expression: "sha256 ~ '^[0-9a-f]{64}$'" })
@Check({ name: 'entry_imports_hashed', expression: "state = 'AWAITED' or sha256 is not null" })
@Check({
  name: 'entry_imports_checked',
  expression: "state in ('AWAITED', 'RECEIVED') or (checked_at is not null and problem_count is not null)",
})
@Check({
  name: 'entry_imports_without_problems',
  expression: "state in ('AWAITED', 'RECEIVED', 'CHECKED') or (problem_count = 0 and imported_at is not null)",
})
@Check({ name: 'entry_imports_undone', expression: "(state = 'UNDONE') = (undone_at is not null)" })
@Check({
  name: 'entry_imports_counts_range',
  expression:
    'row_count >= 0 and empty_rows >= 0 and new_count >= 0 and changed_count >= 0 and unchanged_count >= 0 and problem_count >= 0',
})
@Trigger({
  name: 'entry_imports_of_what_was_checked',
  timing: 'before',
  events: ['update'],
  body: `
    begin
      if new.state = 'IMPORTED' and old.state <> 'IMPORTED' and (old.state <> 'CHECKED' or old.problem_count <> 0
          or (new.sha256, new.arrive_as, new.creates_organizations, new.updates)
            is distinct from (old.sha256, old.arrive_as, old.creates_organizations, old.updates)) then
        raise exception 'only what a dry run found nothing wrong with is imported' using errcode = 'check_violation';
      end if;
      if old.state in ('IMPORTED', 'UNDONE') and (new.state not in ('IMPORTED', 'UNDONE') or new.sha256 <> old.sha256
          or old.state = 'UNDONE' and new.state <> 'UNDONE') then
        raise exception 'what was imported stands' using errcode = 'check_violation';
      end if;
      return new;
    end`,
})
export class EntryImport extends Node {
  @ManyToOne(() => Competition, { ref: true, deleteRule: 'restrict' })
  competition!: Ref<Competition>;

  @Field(() => String, { description: 'Of the file.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => Int, { description: 'In bytes.' })
  @Property({ type: 'integer' })
  size!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, in hex.' })
  @Property({ type: 'text', nullable: true })
  sha256?: string | null;

  /** Where the file lies until it is imported. */
  @Property({ type: 'text', nullable: true })
  key?: string | null;

  @Field(() => ImportState)
  @Enum({ items: () => ImportState, default: ImportState.AWAITED })
  state: Opt<ImportState> = ImportState.AWAITED;

  @Field(() => ArriveAs)
  @Enum({ items: () => ArriveAs, default: ArriveAs.SUBMITTED })
  arriveAs: Opt<ArriveAs> = ArriveAs.SUBMITTED;

  @Field(() => Boolean, { description: 'Whether organizations that nobody registered are, and then wait.' })
  @Property({ type: 'boolean', default: false })
  createsOrganizations: Opt<boolean> = false;

  @Field(() => Boolean, { description: 'Whether rows of entries that are there already may change them.' })
  @Property({ type: 'boolean', default: false })
  updates: Opt<boolean> = false;

  @Field(() => Int, { description: 'Rows with anything in them, the header aside.' })
  @Property({ type: 'integer', default: 0 })
  rowCount: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows without anything, which are passed over.' })
  @Property({ type: 'integer', default: 0 })
  emptyRows: Opt<number> = 0;

  @Field(() => Int, { description: 'Entries that are new.' })
  @Property({ type: 'integer', default: 0 })
  newCount: Opt<number> = 0;

  @Field(() => Int, { description: 'Entries that get another revision.' })
  @Property({ type: 'integer', default: 0 })
  changedCount: Opt<number> = 0;

  @Field(() => Int, { description: 'Entries that are there already, word for word.' })
  @Property({ type: 'integer', default: 0 })
  unchangedCount: Opt<number> = 0;

  @Field(() => Int, { nullable: true, description: 'Null before the first dry run.' })
  @Property({ type: 'integer', nullable: true })
  problemCount?: number | null;

  /** Null where the operator of the installation did it. */
  @ManyToOne(() => User, { ref: true, nullable: true, deleteRule: 'restrict' })
  startedBy?: Ref<User> | null;

  @Field(() => DateTimeScalar)
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  checkedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  importedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  undoneAt?: Date | null;
}

/** What the last dry run found; as many as are worth keeping. */
@ObjectType('ImportProblem', { implements: Node, description: 'Something that is wrong with a file of entries.' })
@Entity({ tableName: 'import_problems' })
@Index({ properties: ['entryImport', 'ordinal'] })
@Check({ name: 'import_problems_row_range', expression: 'row >= 1' })
@Check({ name: 'import_problems_column_range', expression: '"column" >= 0' })
export class StoredProblem extends Node {
  @ManyToOne(() => EntryImport, { ref: true, deleteRule: 'cascade' })
  entryImport!: Ref<EntryImport>;

  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => String, { description: 'Such as `unknownCategory`.' })
  @Property({ type: 'text' })
  kind!: string;

  @Field(() => Int, { nullable: true, description: 'As a spreadsheet counts, from 1; null: the whole file.' })
  @Property({ type: 'integer', nullable: true })
  row?: number | null;

  @Property({ type: 'integer', nullable: true })
  column?: number | null;

  @Field(() => String, { nullable: true, description: 'As it stands over the column, or what is missing there.' })
  @Property({ type: 'text', nullable: true })
  header?: string | null;

  @Property({ type: 'jsonb' })
  values!: Record<string, string | number>;
}

/** Which entries came of which row. */
@Entity({ tableName: 'imported_entries' })
@Index({ properties: ['entry'] })
export class ImportedEntry {
  @ManyToOne(() => EntryImport, { ref: true, primary: true, deleteRule: 'restrict' })
  entryImport!: Ref<EntryImport>;

  @ManyToOne(() => Entry, { ref: true, primary: true, deleteRule: 'restrict' })
  entry!: Ref<Entry>;

  @Property({ type: 'integer' })
  row!: number;

  /** As against a revision of one that was there. */
  @Property({ type: 'boolean' })
  isNew!: boolean;
}
