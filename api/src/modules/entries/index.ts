export { Entry, EntryStatus } from './entry.entity.ts';
