/** The scoring methods as options spell them; a list of its own, since --help must not load the whole platform. */
export const methodNames = [
  'mean',
  'trimmed-mean',
  'median',
  'rank-points',
  'z-score',
  'linear',
  'judge-effect',
  'copeland',
];
