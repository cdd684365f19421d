/** What a seed looks like before it meets the use cases. Plain data: no ids, no classes, no database. */

export type Localized = { zh: string; en: string };

type RegionLevel = 'PROVINCE' | 'CITY' | 'COUNTY';
export type OrganizationKind =
  | 'CHARITY'
  | 'COMMUNITY'
  | 'CULTURE'
  | 'ENTERPRISE'
  | 'GOVERNMENT'
  | 'HOSPITAL'
  | 'RESCUE'
  | 'SCHOOL';
export type HourEvidence =
  | 'ADDED_BY_ADMINISTRATOR'
  | 'CONFIRMED_BY_SERVED'
  | 'SELF_CLAIMED'
  | 'TIMED_BY_CODE'
  | 'TIMED_ON_SITE';
export type StageKind = 'SUBMISSION' | 'VOTING' | 'REVIEW' | 'FINAL' | 'PUBLICATION';
type AwardTier = 'FIRST' | 'SECOND' | 'THIRD';
export type SeedState = 'submissions-open' | 'voting-open' | 'results-published';

/** `code` is the six-digit GB/T 2260 code. Parents come before children. */
export type RegionSeed = { code: string; zh: string; en: string; level: RegionLevel; parentCode?: string };

export type OrganizationSeed = { slug: string; name: Localized; kind: OrganizationKind; regionCode: string };

export type TeamSeed = {
  key: string;
  name: Localized;
  organizationSlug: string;
  regionCode: string;
  /** LocalDate, `2021-10-01`. */
  foundedOn: string;
  /** Zero where the published account names a team of staff and gives no number. */
  volunteerCount: number;
};

export type VolunteerSeed = {
  /** `V220822-7K3QD`: V, the region's code, five characters without I, L, O and U. Says nothing about the person. */
  number: string;
  registeredOn: string;
};

export type MeasureSeed = { name: Localized; value: string; unit: Localized };
type ParticipationSeed = { volunteerNumber: string; minutes: number; evidence: HourEvidence };

export type ActivitySeed = {
  key: string;
  title: Localized;
  series?: Localized;
  organizationSlug: string;
  teamKey?: string;
  projectKey?: string;
  regionCode: string;
  place?: string;
  /** ISO 8601 with the offset of the place, `2021-12-13T14:00:00+08:00`. */
  startsAt: string;
  endsAt: string;
  measures: MeasureSeed[];
  report?: Localized;
  participations: ParticipationSeed[];
};

export type ProjectSeed = {
  key: string;
  /** The entry's number: entries are numbered in the order in which they are submitted. */
  number: number;
  organizationSlug: string;
  teamKey?: string;
  regionCode: string;
  categoryKey: string;
  title: Localized;
  summary: Localized;
  language: 'ZH_CN';
  needs: string;
  goals: string;
  implementation: string;
  outcomes: string;
  features: string;
  startedOn: string;
  beneficiaries: string;
};

export type CategorySeed = { key: string } & Localized;

export type CriterionSeed = {
  key: string;
  name: Localized;
  guidance: Localized;
  weight: string;
  maximum: string;
  step: string;
};

/** Open from `opensAt` up to, but not at, `closesAt`. */
export type StageSeed = { kind: StageKind; name: Localized; opensAt: Date; closesAt: Date };
export type AwardSeed = { tier: AwardTier; name: Localized; quota: number };

export type CompetitionSeed = {
  slug: string;
  name: Localized;
  tagline: Localized;
  description: Localized;
  hostSlug: string;
  regionCode: string;
  timeZone: string;
  isDemonstration: boolean;
  ballotRule: { votesPerDay: number };
  categories: CategorySeed[];
  criteria: CriterionSeed[];
  stages: StageSeed[];
  awards: AwardSeed[];
};

export type PersonSeed = { email: string; name: Localized };
export type MembershipSeed = { email: string; organizationSlug: string };
export type RegionOrganizerSeed = { email: string; regionCode: string };
/** Registered by somebody and not verified yet. */
export type WaitingOrganizationSeed = Omit<OrganizationSeed, 'slug'> & {
  email: string;
  contact: { name: string; phone: string };
  hoursAgo: number;
};
export type OrganizerSeed = { email: string; competitionSlug: string };

export type PanelSeed = {
  competitionSlug: string;
  stageKind: 'REVIEW' | 'FINAL';
  name: Localized;
  categoryKeys: string[];
  /** How many of the panel's judges mark one entry. */
  judgesPerEntry: number;
  judges: { code: string; email: string }[];
};

/** Day 0 is the anchor's date in Asia/Shanghai; past days are negative. */
export type Moment = { dayOffset: number; minuteOfDay: number };
export type BallotSeed = { voterEmail: string; entryKey: string; castDayOffset: number; minuteOfDay: number };
