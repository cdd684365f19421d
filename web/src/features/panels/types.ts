import type { Panels_competitionFragment } from '../../gql/Panels_competition';

export type PanelsCompetition = Panels_competitionFragment;
export type Panel = NonNullable<PanelsCompetition['panels']>[number];
export type PanelJudge = Panel['judges'][number];
export type PanelStage = PanelsCompetition['stages'][number];
export type Reopened = NonNullable<PanelsCompetition['reopenings']>[number];
export type KnownConflict = NonNullable<PanelsCompetition['conflicts']>[number];

export type ActOnJudge = 'sheets' | 'retire' | 'mentor';
