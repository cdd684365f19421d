/** Lengths in characters (Unicode code points as people count them), shared by forms and API. */
export const limits = {
  title: 60,
  summary: 200,
  section: 5000,
  beneficiaries: 200,
  reason: 500,
  comment: 2000,
  search: 60,
  email: 254,
} as const;
