export { type DeclaredThresholds } from './declared.ts';
export { detect, detecting, type EntryOrigin, type Finding } from './detect.ts';
export { VoteDetector } from './detector.ts';
export { type Evidence, type Signal } from './evidence.ts';
export { packVotes, VoteTableBuilder, type VoteFeatures, type VoteTable } from './vote-table.ts';
