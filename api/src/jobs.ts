import { compareEntries } from './modules/eligibility/index.ts';
import { sweepResults, type JobList } from './modules/jobs/index.ts';
import { fillRehearsal } from './modules/rehearsals/index.ts';
import { lookAfterMessages, remind, sendMessage } from './modules/messages/index.ts';
import { checkEntryImport, exportEntriesJob, runEntryImport, sweepImports } from './modules/transfers/index.ts';
import { sweepUploadsHourly } from './modules/uploads/index.ts';

/** What Laurel does in the background: whoever is not named here is never done. */
export const jobList: JobList = {
  kinds: [checkEntryImport, runEntryImport, exportEntriesJob, fillRehearsal],
  tasks: [sendMessage, lookAfterMessages, remind, sweepResults, sweepUploadsHourly, sweepImports, compareEntries],
};
