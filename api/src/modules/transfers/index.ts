export { entryTable, type TableFormat } from './export-entries.ts';
export { EntryImport, ImportedEntry, StoredProblem } from './entry-import.entity.ts';
export { importEntryFile, type ImportedFile } from './import-file.ts';
export { UnreadableFile, type Problem, type ProblemKind } from './problem.ts';
export { placeInWords, problemInWords } from './problem-words.ts';
export { readEntryRows } from './entry-cells.ts';
export { readTable } from './read-table.ts';
export { mostFileBytes } from './limits.ts';
