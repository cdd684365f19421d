export { Activity, ActivityMeasure, HourEvidence, Participation } from './activity.entity.ts';
export { activitiesOf, ActivityConnection } from './activity.queries.ts';
export {
  ActivityResolver,
  OrganizationActivitiesResolver,
  ProjectActivitiesResolver,
  TeamActivitiesResolver,
} from './activity.resolver.ts';
export { Evidence } from './activity.types.ts';
export { evidenceOf } from './evidence.ts';
export { recordActivities } from './record-activities.ts';
