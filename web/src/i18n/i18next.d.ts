import 'i18next';
import type app from '../locales/en/app.json';
import type ballotRule from '../locales/en/ballot-rule.json';
import type ballots from '../locales/en/ballots.json';
import type competitions from '../locales/en/competitions.json';
import type deadlines from '../locales/en/deadlines.json';
import type entries from '../locales/en/entries.json';
import type forms from '../locales/en/forms.json';
import type extensions from '../locales/en/extensions.json';
import type identity from '../locales/en/identity.json';
import type jobs from '../locales/en/jobs.json';
import type judging from '../locales/en/judging.json';
import type messages from '../locales/en/messages.json';
import type nominations from '../locales/en/nominations.json';
import type organizations from '../locales/en/organizations.json';
import type organizing from '../locales/en/organizing.json';
import type projects from '../locales/en/projects.json';
import type explain from '../locales/en/explain.json';
import type panels from '../locales/en/panels.json';
import type receipts from '../locales/en/receipts.json';
import type review from '../locales/en/review.json';
import type rubric from '../locales/en/rubric.json';
import type ruleWizard from '../locales/en/rule-wizard.json';
import type scoringRule from '../locales/en/scoring-rule.json';
import type scoringWizard from '../locales/en/scoring-wizard.json';
import type rehearsal from '../locales/en/rehearsal.json';
import type setup from '../locales/en/setup.json';
import type transfers from '../locales/en/transfers.json';
import type uploads from '../locales/en/uploads.json';
import type votes from '../locales/en/votes.json';
import type voting from '../locales/en/voting.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      ballots: typeof ballots;
      competitions: typeof competitions;
      deadlines: typeof deadlines;
      entries: typeof entries;
      forms: typeof forms;
      extensions: typeof extensions;
      identity: typeof identity;
      judging: typeof judging;
      nominations: typeof nominations;
      organizations: typeof organizations;
      organizing: typeof organizing;
      projects: typeof projects;
      receipts: typeof receipts;
      setup: typeof setup;
      transfers: typeof transfers;
      uploads: typeof uploads;
      rehearsal: typeof rehearsal;
      votes: typeof votes;
      'ballot-rule': typeof ballotRule;
      'rule-wizard': typeof ruleWizard;
      review: typeof review;
      rubric: typeof rubric;
      'scoring-rule': typeof scoringRule;
      'scoring-wizard': typeof scoringWizard;
      panels: typeof panels;
      explain: typeof explain;
      voting: typeof voting;
      jobs: typeof jobs;
      messages: typeof messages;
    };
  }
}
