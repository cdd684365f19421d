import { type BallotFile, type FileBallot, type FileChoice, type FileEntry, LONGEST_KEY } from '../ballot-file.ts';
import { languageOf } from '../file-language.ts';
import { readPbDocument, type PbTable, type Section } from './pb-document.ts';
import { readPbMeta, type PbMeta } from './pb-meta.ts';
import { checkLimits, readPoints } from './pb-points.ts';
import { ruleOf } from './pb-rule.ts';
import type { Problems } from '../../../../core/tables/problems.ts';

/** The ballots of a Pabulib file; null, and errors among the problems, where it cannot be trusted. */
export function readPb(text: string, problems: Problems): BallotFile | null {
  const document = readPbDocument(text, problems);
  if (!document) return null;
  const meta = readPbMeta(document.META, problems);
  const entries = readProjects(document.PROJECTS, problems);
  const votes = meta && readVotes(document.VOTES, meta, new Set(entries.map(({ key }) => key)), problems);
  if (!meta || !votes) return null;
  compare(meta, 'num_projects', entries.length, problems);
  compare(meta, 'num_votes', votes.ballots.length + votes.emptyBallots, problems);
  const { texts } = meta;
  return problems.errorCount > 0
    ? null
    : {
        format: 'pb',
        title: texts.get('description') ?? null,
        host: [texts.get('unit'), texts.get('subunit')].filter(Boolean).join(', ') || null,
        language: languageOf(texts.get('language'), entries),
        rule: ruleOf(meta, entries.length, votes.ballots),
        beginsOn: meta.beginsOn,
        endsOn: meta.endsOn,
        entries,
        ...votes,
      };
}

function compare({ texts }: PbMeta, key: string, found: number, problems: Problems): void {
  const declared = texts.get(key);
  if (declared !== undefined && Number(declared) !== found) {
    problems.warn({ section: 'META', column: 'value' }, key, `${key} is ${declared}, and the file holds ${found}`);
  }
}

/** Reads a cell by the name of its column, whatever its case; empty where the column is missing. */
function cellsOf(table: PbTable, section: Section, required: string[], problems: Problems) {
  const places = new Map(table.columns.map((name, index) => [name.toLowerCase(), index]));
  for (const name of required) {
    if (table.columns.length > 0 && !places.has(name)) {
      problems.error({ section, column: name }, 'this column is missing');
    }
  }
  const has = (name: string) => places.has(name);
  const cell = (cells: string[], name: string) => cells[places.get(name) ?? -1]?.trim() ?? '';
  return { has, cell };
}

function readProjects(table: PbTable, problems: Problems): FileEntry[] {
  const section = 'PROJECTS';
  const { cell } = cellsOf(table, section, ['project_id'], problems);
  const entries = new Map<string, FileEntry>();
  for (const { line, cells } of table.rows) {
    const key = cell(cells, 'project_id');
    const place = { section, line, column: 'project_id' } as const;
    if (key === '') problems.error(place, 'is empty');
    else if (key.includes(',')) problems.error(place, `${key} holds a comma, which parts projects in a vote`);
    else if (key.length > LONGEST_KEY) problems.error(place, `is longer than ${LONGEST_KEY} characters`);
    else if (entries.has(key)) problems.error(place, `${key} is another project's id already`);
    else entries.set(key, { key, name: cell(cells, 'name') || null, description: cell(cells, 'description') || null });
  }
  if (entries.size === 0) problems.error({ section }, 'names no project');
  return [...entries.values()];
}

function readVotes(table: PbTable, meta: PbMeta, projects: Set<string>, problems: Problems) {
  const section = 'VOTES';
  const takesPoints = meta.voteType === 'cumulative' || meta.voteType === 'scoring';
  const required = takesPoints ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'];
  const { cell, has } = cellsOf(table, section, required, problems);
  if (!takesPoints && has('points')) {
    problems.warn(
      { section, column: 'points' },
      'points',
      `${meta.voteType} votes give no points; they are passed over`,
    );
  }
  const ballots: FileBallot[] = [];
  const voters = new Map<string, number>();
  let emptyBallots = 0;
  for (const { line, cells } of table.rows) {
    const voter = cell(cells, 'voter_id');
    const earlier = voters.get(voter);
    if (voter === '') problems.error({ section, line, column: 'voter_id' }, 'is empty');
    else if (earlier !== undefined) {
      problems.error({ section, line, column: 'voter_id' }, `${voter} has voted in line ${earlier} already`);
    } else voters.set(voter, line);
    const points = takesPoints ? cell(cells, 'points') : null;
    const choices = readChoices({ line, vote: cell(cells, 'vote'), points }, projects, problems);
    if (choices.length > 0) ballots.push({ line, voter, castAt: null, choices });
    else {
      emptyBallots += 1;
      problems.warn({ section, line, column: 'vote' }, 'empty', `${voter} names no project: a voter, and no vote`);
    }
    checkLimits(choices, meta.limits, { section, line }, problems);
  }
  return { ballots, emptyBallots };
}

function readChoices(
  row: { line: number; vote: string; points: string | null },
  projects: Set<string>,
  problems: Problems,
): FileChoice[] {
  const place = { section: 'VOTES', line: row.line, column: 'vote' } as const;
  const names = listOf(row.vote);
  const points = row.points === null ? null : readPoints(listOf(row.points), names.length, place, problems);
  const seen = new Set<string>();
  const choices: FileChoice[] = [];
  names.forEach((entry, index) => {
    if (!projects.has(entry)) problems.error(place, `${entry || 'nothing'} is no project of this file`);
    else if (seen.has(entry)) problems.error(place, `names ${entry} twice`);
    seen.add(entry);
    choices.push({ entry, points: points?.[index] ?? null });
  });
  return choices;
}

/** `3, 1,2` without what an editor leaves behind at the end. */
function listOf(text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  while (items.at(-1) === '') items.pop();
  return items;
}
