/**
 * How entries come up, from county to city to province: units with a quota each, their ranked lists, handed up and sealed
 * level by level. Where a competition has sending units, organizers review only what came all the way.
 */
export { NominationClauseRow } from './clause.entity.ts';
export { ProjectContinuation } from './continuation.entity.ts';
export { nominateEntry } from './nominate-entry.ts';
export { NominationList } from './nomination-list.entity.ts';
export { Nomination } from './nomination.entity.ts';
export { EntryWayUpResolver, NominationListResolver, NominationResolver } from './nomination.resolver.ts';
export { NominateEntrySuccess, SubmitNominationsSuccess } from './nomination.types.ts';
export { rankNominations } from './rank-nominations.ts';
export { SendingUnit } from './sending-unit.entity.ts';
export { setSendingUnits } from './set-sending-units.ts';
export { submitNominations } from './submit-nominations.ts';
export { CompetitionUnitsResolver, SendingUnitResolver, ViewerUnitsResolver } from './unit.resolver.ts';
export { SetSendingUnitsSuccess } from './unit.types.ts';
