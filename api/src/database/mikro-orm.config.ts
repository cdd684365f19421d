import 'reflect-metadata';
import { DataloaderType, defineConfig, MikroORM, UnderscoreNamingStrategy, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { LocalizedText } from '../core/graphql/localized-text.ts';
import { Node } from '../core/graphql/node.ts';
import { Activity, ActivityMeasure, Participation } from '../work/activities/index.ts';
import { AuditEvent } from '../platform/audit/index.ts';
import { Award } from '../competition/awards/index.ts';
import {
  BallotRule,
  Category,
  Competition,
  CompetitionOrganizer,
  Criterion,
  Question,
  Rubric,
  ScoreRevision,
  ScoringRule,
  Stage,
  StageMove,
  SubmissionRule,
} from '../competition/competitions/index.ts';
import { Decision, EntryLikeness, UncomparedEntry } from '../competition/eligibility/index.ts';
import { Entry, EntryAttachment, EntryDraft, EntryRevision, Extension } from '../competition/entries/index.ts';
import { Form, FormSection } from '../work/forms/index.ts';
import { Account, Session, User, Verification } from '../platform/identity/index.ts';
import { CaseAppeal, CaseDecision, VoteCase } from '../scoring/integrity/index.ts';
import { Job } from '../platform/jobs/index.ts';
import { Anchor, Assignment, Conflict, Judge, Mark, Panel, Reopening, SheetSave } from '../scoring/judging/index.ts';
import { MessageTemplate } from '../competition/message-wording/index.ts';
import { Message } from '../platform/messages/index.ts';
import {
  Nomination,
  NominationClauseRow,
  NominationList,
  ProjectContinuation,
  SendingUnit,
} from '../competition/nominations/index.ts';
import {
  Invitation,
  Organization,
  OrganizationMember,
  Region,
  RegionOrganizer,
} from '../people/organizations/index.ts';
import { Project, ProjectPresence, ProjectRevision, ProjectSection } from '../work/projects/index.ts';
import { Standing } from '../scoring/rankings/index.ts';
import { Team, Volunteer } from '../people/teams/index.ts';
import { EntryImport, ImportedEntry, StoredProblem } from '../competition/transfers/index.ts';
import { Upload } from '../work/uploads/index.ts';
import { ExposurePart, TallyPart, UsedChallenge, VoteRow, VoterQuota } from '../scoring/voting/index.ts';
import { migrations } from './migrations/index.ts';

/** Every table of Laurel. A class that is not named here does not exist. */
const entities = [
  Node,
  LocalizedText,
  User,
  Session,
  Account,
  Verification,
  Job,
  Message,
  Region,
  Organization,
  OrganizationMember,
  Invitation,
  RegionOrganizer,
  Team,
  Volunteer,
  Form,
  FormSection,
  Project,
  ProjectSection,
  ProjectRevision,
  ProjectPresence,
  Upload,
  Activity,
  ActivityMeasure,
  Participation,
  Competition,
  Stage,
  StageMove,
  Category,
  SubmissionRule,
  Question,
  Rubric,
  Criterion,
  ScoringRule,
  ScoreRevision,
  CompetitionOrganizer,
  MessageTemplate,
  BallotRule,
  Award,
  Entry,
  EntryDraft,
  Decision,
  EntryLikeness,
  UncomparedEntry,
  EntryRevision,
  EntryAttachment,
  Extension,
  SendingUnit,
  Nomination,
  NominationList,
  NominationClauseRow,
  ProjectContinuation,
  EntryImport,
  StoredProblem,
  ImportedEntry,
  VoteRow,
  VoterQuota,
  TallyPart,
  UsedChallenge,
  ExposurePart,
  VoteCase,
  CaseDecision,
  CaseAppeal,
  Panel,
  Judge,
  Assignment,
  Mark,
  Anchor,
  Conflict,
  Reopening,
  SheetSave,
  Standing,
  AuditEvent,
];

function ormOptions(databaseUrl: string, overrides: Options = {}): Options {
  return defineConfig({
    clientUrl: databaseUrl,
    entities,
    extensions: [Migrator],
    namingStrategy: UnderscoreNamingStrategy,
    dataloader: DataloaderType.ALL,
    forceUndefined: false,
    timezone: 'UTC',
    pool: { min: 0, max: 12 },
    // Waiting for a connection ends in an error, not in silence.
    driverOptions: { connectionString: databaseUrl, connectionTimeoutMillis: 10_000 },
    // The functions are the migrations' own, and the tables of the tasks their library's.
    schemaGenerator: { ignoreRoutines: true, ignoreSchema: ['graphile_worker'] },
    migrations: {
      migrationsList: migrations,
      tableName: 'migrations',
      transactional: true,
      allOrNothing: true,
      disableForeignKeys: false,
      snapshot: false,
    },
    ...overrides,
  });
}

export const openOrm = (databaseUrl: string, overrides?: Options): Promise<MikroORM> =>
  MikroORM.init(ormOptions(databaseUrl, overrides));
