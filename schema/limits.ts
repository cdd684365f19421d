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
} as const;
