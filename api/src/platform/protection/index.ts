import './context.ts';
export { clientAddress, deviceHash, networkHash, networkOf, trustOf, type Trust } from './client-network.ts';
export { wasTried } from './load/load-shedding.ts';
export type { PlainRequest } from './load/plain-request.ts';
export { makeProtection } from './protection.ts';
export type { Gate } from './load/socket-gate.ts';
export { keepRemovingChallenges } from './challenges/used-challenges.ts';
export type { GuardAnswer, VoteGuard } from './votes/vote-guard.ts';
