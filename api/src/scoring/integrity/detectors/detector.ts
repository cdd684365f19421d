/** What may give a reason to look at votes. thresholds.ts sets the limits of the first seven, the ballot rule those of the next. */
export enum VoteDetector {
  VELOCITY = 'VELOCITY',
  NETWORK_SHARE = 'NETWORK_SHARE',
  NIGHT_SHARE = 'NIGHT_SHARE',
  REGULARITY = 'REGULARITY',
  SINGLE_ENTRY = 'SINGLE_ENTRY',
  FRESH_IDENTITIES = 'FRESH_IDENTITIES',
  LOCKSTEP = 'LOCKSTEP',
  /** A burst out of one network by voters who came for this entry alone: three signals that mean little singly. */
  CONCENTRATED_BURST = 'CONCENTRATED_BURST',
  DECLARED_NIGHT = 'DECLARED_NIGHT',
  DECLARED_BURST = 'DECLARED_BURST',
  DECLARED_NETWORK = 'DECLARED_NETWORK',
  /** A person, not a machine. */
  ORGANIZER = 'ORGANIZER',
}
