import { compareEntries } from '../competition/eligibility/index.ts';
import { sweepResults, type JobList } from '../platform/jobs/index.ts';
import { fillRehearsal } from '../rehearsals/index.ts';
import { lookAfterMessages, remind, sendMessage } from '../platform/messages/index.ts';
import { checkEntryImport, exportEntriesJob, runEntryImport, sweepImports } from '../competition/transfers/index.ts';
import { sweepUploadsHourly } from '../work/uploads/index.ts';

/** Every job kind. A kind missing here never runs. */
export const jobList: JobList = {
  kinds: [checkEntryImport, runEntryImport, exportEntriesJob, fillRehearsal],
  tasks: [sendMessage, lookAfterMessages, remind, sweepResults, sweepUploadsHourly, sweepImports, compareEntries],
};
