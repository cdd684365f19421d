import { z } from 'zod';
import { limits } from './limits.ts';

/** Code points, not UTF-16 units: an emoji or a rare character counts once. */
const atMost = (maximum: number) => (text: string) => Array.from(text).length <= maximum;

/** Controls (but line breaks and tabs) and marks that turn the direction of what follows: they have no place in a text. */
const unwelcome = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const clean = (value: string) => value.replace(unwelcome, (c) => (c === '\n' || c === '\t' ? c : '')).trim();

/** Whether there is anything to read in it: spaces, invisible characters and blank fillers are nothing. */
export const isWritten = (value: string): boolean => /[^\p{Z}\p{C}\u115f\u1160\u2800\u3164\uffa0]/u.test(value);

/** Message keys, not sentences: each side puts them into the reader's language. */
export const text = (maximum: number) =>
  z.string().transform(clean).refine(atMost(maximum), { error: 'field.tooLong', params: { maximum } });

const written = (maximum: number) => text(maximum).refine(isWritten, { error: 'field.required' });

/** An address that begins with https and names a host. */
export const isSecureUrl = (url: string): boolean =>
  /^https:\/\/[^\s/?#@:]+\.[^\s/?#@:.]+(:\d+)?([/?#]\S*)?$/u.test(url);

const localized = (zh: number, en: number) => z.object({ zh: text(zh).nullish(), en: text(en).nullish() });

const language = z.enum(['ZH_CN', 'EN']);

const loadLimit = z.number().int().min(0).max(10_000);

export const createProjectInput = z.object({
  organizationId: z.string(),
  title: localized(limits.title, limits.titleEn).refine((title) => isWritten(`${title.zh ?? ''}${title.en ?? ''}`), {
    error: 'field.required',
  }),
  language,
});

export const saveProjectInput = z.object({
  projectId: z.string(),
  version: z.number().int(),
  title: localized(limits.title, limits.titleEn)
    .refine((title) => isWritten(`${title.zh ?? ''}${title.en ?? ''}`), { error: 'field.required' })
    .nullish(),
  summary: localized(limits.summary, limits.summaryEn).nullish(),
  language: language.nullish(),
  regionId: z.string().nullish(),
  teamId: z.string().nullish(),
  startedOn: z.string().nullish(),
  endedOn: z.string().nullish(),
  beneficiaries: text(limits.beneficiaries).nullish(),
  videoUrl: text(limits.url)
    .refine((url) => url === '' || isSecureUrl(url), { error: 'field.notHttps' })
    .nullish(),
});

/** How long a section may be is the form's to say. */
export const sectionInput = (maximum: number) =>
  z.object({ projectId: z.string(), key: z.string(), version: z.number().int(), text: text(maximum) });

export const setCaptionInput = z.object({
  uploadId: z.string(),
  caption: localized(limits.caption, limits.captionEn),
});

export const orderAttachmentsInput = z.object({ projectId: z.string(), uploadIds: z.array(z.string()).max(100) });

export const holdVotesInput = z.object({ entryId: z.string(), reason: written(limits.reason) });

export const decideCaseInput = z.object({ caseId: z.string(), note: written(limits.comment) });

export const appealHoldInput = z.object({ holdId: z.string(), text: written(limits.appeal) });

export const reasonInput = z.object({ entryId: z.string(), reason: written(limits.reason) });

/** Whether a reason is needed hangs on what is decided. */
export const decisionInput = z.object({
  verdict: z.enum(['ACCEPT', 'REJECT', 'RETURN']),
  reason: text(limits.reason)
    .nullish()
    .transform((reason) => (reason && isWritten(reason) ? reason : null)),
  fields: z
    .array(
      z.object({
        kind: z.enum(['BASICS', 'SECTION', 'QUESTION']),
        key: z.string().max(100),
        remark: text(limits.reason),
      }),
    )
    .max(50)
    .nullish()
    .transform((fields) => fields ?? []),
});

export const saveMarksInput = z.object({
  assignmentId: z.string(),
  marks: z.array(z.object({ criterionId: z.string(), value: z.string().nullish() })).max(50),
  comment: text(limits.comment).nullish(),
  saveId: z.uuid().nullish(),
});

export const declareConflictInput = z.object({ assignmentId: z.string(), note: text(limits.comment).nullish() });

export const listConflictsInput = z.object({
  judgeId: z.string(),
  entryIds: z.array(z.string()).min(1).max(1000),
  note: written(limits.reason),
});

export const retireJudgeInput = z.object({ judgeId: z.string(), reason: written(limits.reason) });

const emailAddress = z
  .string()
  .transform((email) => email.normalize('NFKC').trim().toLowerCase())
  .refine(atMost(limits.email), { error: 'field.tooLong', params: { maximum: limits.email } })
  .refine((email) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email), { error: 'field.invalid' });

export const seatJudgeInput = z.object({
  panelId: z.string(),
  email: emailAddress,
  // A line of its own on every sealed sheet.
  code: written(limits.judgeCode).refine((code) => !/[\n\t]/.test(code), { error: 'field.invalid' }),
  loadLimit: loadLimit.nullish(),
});

export const setLoadLimitInput = z.object({ judgeId: z.string(), loadLimit: loadLimit.nullish() });

export const reopenSheetInput = z.object({ assignmentId: z.string(), reason: written(limits.reason) });

/** Of one line: it stands in lists, letters and on the page of everybody. */
const organizationName = localized(limits.organization, limits.organizationEn)
  .refine((name) => isWritten(`${name.zh ?? ''}${name.en ?? ''}`), { error: 'field.required' })
  .refine((name) => !/[\n\t]/.test(`${name.zh ?? ''}${name.en ?? ''}`), { error: 'field.invalid' });

const contact = z.object({
  name: written(limits.contact),
  // Landlines have an area code and perhaps an extension.
  phone: written(limits.phone).refine((phone) => /^[+(（]?\d[\d\s()（）-]{4,}(转\d+)?$/.test(phone), {
    error: 'field.invalid',
  }),
});

export const registerOrganizationInput = z.object({ name: organizationName, regionId: z.string(), contact });

export const saveOrganizationInput = z.object({ name: organizationName.nullish(), contact: contact.nullish() });

export const refuseOrganizationInput = z.object({ organizationId: z.string(), reason: written(limits.reason) });

export const inviteMemberInput = z.object({ organizationId: z.string(), email: emailAddress });

export const messageWordingInput = z.object({
  // A header of a mail is one line.
  subject: written(limits.mailSubject).refine((subject) => !/[\n\t]/.test(subject), { error: 'field.invalid' }),
  body: written(limits.mailBody),
});
