import { columnFinder, type Column } from '../table/columns.ts';
import type { EntryRow } from '../table/entry-cells.ts';
import { isCompared } from '../table/entry-cells.ts';
import { textOfCell } from '../table/cell.ts';
import { titleKey, type KnownOrganization, type Lookups } from './lookups.ts';
import { findOrganization, type NewOrganization } from './organization-of.ts';
import { problem, type Problem, type ProblemKind } from '../table/problem.ts';
import { readCell, short } from './read-cell.ts';
import type { Table } from '../table/read-table.ts';
import type { ImportChoices } from './import-choices.ts';
import { nearest } from '../table/words.ts';

/** A row that passed: what its entry will say, by the keys of columns. */
export interface Draft {
  row: number;
  number: number | null;
  cells: Readonly<Record<string, string>>;
  organization: KnownOrganization | NewOrganization;
  existing: EntryRow | null;
}

export interface CheckedTable {
  problems: Problem[];
  created: Draft[];
  changed: Draft[];
  unchanged: number;
}

/** The place of each column in the header; adds the problems with it. */
function placesOf(table: Table, { columns }: Lookups, problems: Problem[]): Map<string, number> {
  const find = columnFinder(columns);
  const places = new Map<string, number>();
  const headRow = (table.rows[0]?.row ?? 2) - 1;
  for (const [index, header] of table.header.entries()) {
    const column = find(header);
    const place = { row: headRow, column: index, header };
    if (header === '') {
      const filled = table.rows.find(({ cells }) => (cells[index] ?? '') !== '');
      if (filled) problems.push(problem('cellWithoutHeader', { row: filled.row, column: index }));
    } else if (!column) {
      const names = columns.filter(({ kind }) => kind !== 'readOnly').flatMap((one) => Object.values(one.names));
      const like = nearest(header, names);
      problems.push(problem('unknownColumn', place, { text: short(header), ...(like !== null && { like }) }));
    } else if (places.has(column.key)) problems.push(problem('repeatedColumn', place));
    else places.set(column.key, index);
  }
  const width = table.header.length;
  for (const { row, cells } of table.rows) {
    const beyond = cells.findIndex((cell, index) => index >= width && cell !== '');
    if (beyond >= 0) problems.push(problem('cellWithoutHeader', { row, column: beyond }));
  }
  const lacks = (key: string) => !places.has(key);
  for (const column of columns) {
    const isWanted =
      (column.isRequired && column.question === undefined) || (column.key === 'titleZh' && lacks('titleEn'));
    const isGiven = column.key === 'organization' && places.has('organizationId');
    if (isWanted && !isGiven && lacks(column.key) && lacks('number')) {
      problems.push(
        problem(
          'missingColumn',
          { row: headRow, header: column.names.en },
          { 'name.zh': column.names['zh-CN'], 'name.en': column.names.en },
        ),
      );
    }
  }
  return places;
}

/**
 * Compares every row of a file with the competition and with the other rows. It lists every problem; drafts count only where
 * there is none.
 */
export function checkTable(table: Table, lookups: Lookups, choices: ImportChoices): CheckedTable {
  const problems: Problem[] = [];
  const places = placesOf(table, lookups, problems);
  const checked: CheckedTable = { problems, created: [], changed: [], unchanged: 0 };
  const rows = new RowChecker(table, lookups, choices, places, checked);
  for (const { row, cells } of table.rows) rows.check(row, cells);
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? -1) - (b.column ?? -1));
  return checked;
}

class RowChecker {
  readonly #byKey: ReadonlyMap<string, Column>;
  readonly #numbers = new Map<number, number>();
  readonly #titles = new Map<string, number>();

  constructor(
    private readonly table: Table,
    private readonly lookups: Lookups,
    private readonly choices: ImportChoices,
    private readonly places: ReadonlyMap<string, number>,
    private readonly into: CheckedTable,
  ) {
    this.#byKey = new Map(lookups.columns.map((column) => [column.key, column]));
  }

  check(row: number, line: readonly string[]): void {
    const before = this.into.problems.length;
    const note = (kind: ProblemKind, key: string | null, values: Problem['values'] = {}) => {
      const column = key === null ? null : (this.places.get(key) ?? null);
      const header = column === null ? this.#nameOf(key) : (this.table.header[column] ?? null);
      this.into.problems.push(problem(kind, { row, column, header }, values));
    };
    const raw = (key: string) => line[this.places.get(key) ?? -1] ?? '';
    const cells: Record<string, string> = {};
    const wrong = new Set<string>();
    const numberCell = this.#byKey.get('number');
    const numbered = numberCell ? readCell(numberCell, raw('number'), this.lookups) : { value: '' };
    const number = 'value' in numbered && numbered.value !== '' ? Number(numbered.value) : null;
    const existing = number === null ? null : (this.lookups.entryOf(number) ?? null);
    for (const column of this.lookups.columns) {
      const { key } = column;
      if (column.kind === 'readOnly') continue;
      const there = textOfCell(existing?.cells[key] ?? '');
      const text = raw(key);
      // An unchanged value was checked before, and a column that the file lacks changes nothing.
      if (existing && (!this.places.has(key) || (isCompared(column) && text === there))) {
        cells[key] = there;
        continue;
      }
      const reading = readCell(column, text, this.lookups);
      cells[key] = 'value' in reading ? reading.value : '';
      if ('value' in reading) continue;
      wrong.add(key);
      note(reading.kind, key, reading.values);
    }
    if (number !== null) {
      const earlier = this.#numbers.get(number);
      if (earlier !== undefined) note('repeatedNumber', 'number', { number, row: earlier });
      else this.#numbers.set(number, row);
    }
    this.#checkRow(cells, wrong, existing, note);
    const found = findOrganization(cells, wrong, this.lookups, this.choices);
    for (const { kind, key, values } of found.problems) note(kind, key, values);
    const { organization } = found;
    if (organization) this.#checkPlace(row, cells, organization, existing, note);
    if (!organization || this.into.problems.length > before) return;
    this.#sort({ row, number, cells, organization, existing }, note);
  }

  #nameOf(key: string | null): string | null {
    return (key !== null && this.#byKey.get(key)?.names.en) || null;
  }

  /** Rules between the cells of a row. */
  #checkRow(cells: Record<string, string>, wrong: ReadonlySet<string>, existing: EntryRow | null, note: Note): void {
    const isMissing = (key: string) => !cells[key] && !wrong.has(key) && this.places.has(key);
    const category = this.lookups.categories.find(({ key }) => key === cells['category']);
    for (const column of this.lookups.columns) {
      const { key, question } = column;
      if (question) {
        const isAsked = !question.category || question.category.id === category?.id;
        const isSame = existing !== null && (existing.cells[key] ?? '') === cells[key];
        if (cells[key] && !isSame && question.kind === 'FILE') note('fileByTable', key);
        else if (cells[key] && category && !isAsked) note('notAsked', key);
        else if (question.isRequired && isAsked && category && isMissing(key) && question.kind !== 'FILE')
          note('required', key);
      } else if (column.isRequired && column.key !== 'organization' && isMissing(key)) note('required', key);
    }
    if (isMissing('organization') && !cells['organizationId'] && !wrong.has('organizationId'))
      note('required', 'organization');
    const titles = ['titleZh', 'titleEn'];
    if (titles.every((key) => !cells[key] && !wrong.has(key)) && titles.some((key) => this.places.has(key))) {
      note('titleRequired', titles.find((key) => this.places.has(key)) ?? null);
    }
    const { startedOn, endedOn } = cells;
    if (startedOn && endedOn && endedOn < startedOn) note('endedBeforeStart', 'endedOn', { startedOn, endedOn });
    if (!cells['language']) cells['language'] = cells['titleZh'] ? 'ZH_CN' : 'EN';
  }

  /** Whether the row repeats an entry of the competition or of the file. */
  #checkPlace(
    row: number,
    cells: Record<string, string>,
    organization: KnownOrganization | NewOrganization,
    existing: EntryRow | null,
    note: Note,
  ): void {
    const owner = 'id' in organization ? organization.id : organization.key;
    if (existing) {
      if (owner !== existing.organizationId)
        note('organizationStands', this.places.has('organization') ? 'organization' : 'organizationId', {
          number: existing.number,
        });
      cells['organization'] = existing.cells['organization'] ?? '';
      return;
    }
    for (const key of ['titleZh', 'titleEn']) {
      const title = cells[key];
      if (!title) continue;
      const same = titleKey(owner, title);
      const earlier = this.#titles.get(same);
      const number = this.lookups.numberByTitle.get(same);
      if (earlier !== undefined && earlier !== row) return note('repeatedEntry', key, { row: earlier });
      if (number !== undefined) return note('alreadyEntered', key, { number });
      this.#titles.set(same, row);
    }
  }

  #sort(draft: Draft, note: Note): void {
    const { existing, cells } = draft;
    if (!existing) return void this.into.created.push(draft);
    const differing = this.lookups.columns.filter(
      (column) => isCompared(column) && cells[column.key] !== textOfCell(existing.cells[column.key] ?? ''),
    );
    if (differing.length === 0) this.into.unchanged += 1;
    else if (!this.choices.updates) for (const { key } of differing) note('differs', key, { number: existing.number });
    else if (existing.status === 'SUBMITTED') this.into.changed.push(draft);
    else
      for (const { key } of differing)
        note('notOpenToChange', key, { number: existing.number, status: existing.status });
  }
}

type Note = (kind: ProblemKind, key: string | null, values?: Problem['values']) => void;
