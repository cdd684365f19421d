export { importMarkFile, type MarkImportReport } from './import-mark-file.ts';
export { readCriteria, readMarkLines } from './mark-files.ts';
