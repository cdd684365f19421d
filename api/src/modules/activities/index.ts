export { Activity, ActivityMeasure, HourEvidence, Participation } from './activity.entity.ts';
