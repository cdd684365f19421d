/**
 * Lengths in characters (Unicode code points as people count them), shared by forms and API. English says the same in
 * about twice as many characters as Chinese.
 */
export const limits = {
  title: 60,
  titleEn: 120,
  summary: 200,
  summaryEn: 400,
  section: 5000,
  beneficiaries: 200,
  url: 500,
  question: 200,
  questionEn: 400,
  help: 300,
  helpEn: 600,
  option: 60,
  optionEn: 120,
  unit: 20,
  answer: 2000,
  reason: 500,
  appeal: 500,
  comment: 2000,
  search: 60,
  email: 254,
  judgeCode: 20,
  organization: 60,
  organizationEn: 120,
  contact: 40,
  phone: 30,
  criterion: 60,
  criterionEn: 120,
  guidance: 1000,
  guidanceEn: 2000,
  level: 300,
  levelEn: 600,
  mailSubject: 150,
  mailBody: 5000,
  slug: 60,
  competition: 60,
  competitionEn: 120,
  tagline: 100,
  taglineEn: 200,
  description: 5000,
  descriptionEn: 10_000,
  category: 30,
  categoryEn: 60,
  stage: 30,
  stageEn: 60,
  award: 30,
  awardEn: 60,
  clause: 300,
  clauseEn: 600,
  caption: 120,
  captionEn: 240,
  fileName: 120,
} as const;

const megabyte = 1024 * 1024;

/** What may be uploaded: bytes, pixels and numbers, the same to the picker that says so first and to the API that means it. */
export const uploadLimits = {
  pictureBytes: 20 * megabyte,
  picturePixels: 60_000_000,
  documentBytes: 30 * megabyte,
  pictures: 12,
  documents: 6,
  /** Files that answer questions, in all competitions of a project together. */
  answers: 24,
  projectBytes: 150 * megabyte,
  /** Begun by one person within a day; each is an address to send bytes to. */
  perDay: 300,
} as const;
