export { Category, Competition, CompetitionOrganizer, Criterion, Stage, StageKind } from './competition.entity.ts';
