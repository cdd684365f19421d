/**
 * How entries come up, from county to city to province: units with a quota each, their ranked lists, handed up and sealed
 * level by level. Where a competition has sending units, organizers review only what came all the way.
 */
export { NominationClauseRow } from './rules/clause.entity.ts';
export { ProjectContinuation } from './continuation.entity.ts';
export { nominateEntry } from './lists/nominate-entry.ts';
export { NominationList } from './nomination-list.entity.ts';
export { Nomination } from './nomination.entity.ts';
export { EntryWayUpResolver, NominationListResolver, NominationResolver } from './nomination.resolver.ts';
export { NominateEntrySuccess, SubmitNominationsSuccess } from './nomination.types.ts';
export { SendingUnit } from './sending-unit.entity.ts';
export { setSendingUnits } from './units/set-sending-units.ts';
export { submitNominations } from './lists/submit-nominations.ts';
export {
  CompetitionUnitsResolver,
  SendingUnitReferences,
  SendingUnitResolver,
  ViewerUnitsResolver,
} from './units/unit.resolver.ts';
export { SetSendingUnitsSuccess } from './units/unit.types.ts';
export { NominationMutations } from './mutations.ts';
