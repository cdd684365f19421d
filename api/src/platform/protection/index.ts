import './context.ts';
export { clientAddress, deviceHash, networkHash, networkOf, trustOf, type Trust } from './client-network.ts';
export { wasTried } from './load-shedding.ts';
export type { PlainRequest } from './plain-request.ts';
export { makeProtection } from './protection.ts';
export type { Gate } from './socket-gate.ts';
export { keepRemovingChallenges } from './used-challenges.ts';
export type { GuardAnswer, VoteGuard } from './vote-guard.ts';
