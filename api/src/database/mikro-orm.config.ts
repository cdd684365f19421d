import 'reflect-metadata';
import { DataloaderType, defineConfig, MikroORM, UnderscoreNamingStrategy, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { LocalizedText } from '../graphql/localized-text.ts';
import { Node } from '../graphql/node.ts';
import { Activity, ActivityMeasure, Participation } from '../modules/activities/index.ts';
import { AuditEvent } from '../modules/audit/index.ts';
import { Award } from '../modules/awards/index.ts';
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
} from '../modules/competitions/index.ts';
import { Decision, EntryLikeness, UncomparedEntry } from '../modules/eligibility/index.ts';
import { Entry, EntryAttachment, EntryDraft, EntryRevision, Extension } from '../modules/entries/index.ts';
import { Form, FormSection } from '../modules/forms/index.ts';
import { Account, Session, User, Verification } from '../modules/identity/index.ts';
import { CaseAppeal, CaseDecision, VoteCase } from '../modules/integrity/index.ts';
import { Job } from '../modules/jobs/index.ts';
import { Anchor, Assignment, Conflict, Judge, Mark, Panel, Reopening, SheetSave } from '../modules/judging/index.ts';
import { MessageTemplate } from '../modules/message-desk/index.ts';
import { Message } from '../modules/messages/index.ts';
import {
  Nomination,
  NominationClauseRow,
  NominationList,
  ProjectContinuation,
  SendingUnit,
} from '../modules/nominations/index.ts';
import {
  Invitation,
  Organization,
  OrganizationMember,
  Region,
  RegionOrganizer,
} from '../modules/organizations/index.ts';
import { Project, ProjectPresence, ProjectRevision, ProjectSection } from '../modules/projects/index.ts';
import { Standing } from '../modules/rankings/index.ts';
import { Team, Volunteer } from '../modules/teams/index.ts';
import { EntryImport, ImportedEntry, StoredProblem } from '../modules/transfers/index.ts';
import { Upload } from '../modules/uploads/index.ts';
import { ExposurePart, TallyPart, UsedChallenge, VoteRow, VoterQuota } from '../modules/voting/index.ts';
import { migrations } from './migrations/index.ts';

/** Every table of Laurel. A class that is not named here does not exist. */
export const entities = [
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

export function ormOptions(databaseUrl: string, overrides: Options = {}): Options {
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
