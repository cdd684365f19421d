import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { assertOperator } from '../../core/graphql/operator.ts';
import { Organization, Region } from '../../people/organizations/index.ts';
import { Project } from '../projects/index.ts';
import { Team, Volunteer } from '../../people/teams/index.ts';
import { Activity, ActivityMeasure, Participation, type HourEvidence } from './activity.entity.ts';

type Text = { zh?: string; en?: string };

interface ActivityInput {
  title: Text;
  series?: Text;
  report?: Text;
  organizationId: string;
  teamId?: string;
  projectId?: string;
  regionId: string;
  place?: string;
  startsAt: Date;
  endsAt: Date;
  measures: { name: Text; value: string; unit: Text }[];
  participations: { volunteerId: string; minutes: number; evidence: HourEvidence }[];
}

/** Records what volunteers did, with its measures and hours. Operator only. */
export async function recordActivities(context: Context, inputs: ActivityInput[]): Promise<number> {
  assertOperator(context);
  return await unitOfWork(context, async (em) => {
    for (const input of inputs) {
      const activity = em.create(Activity, {
        title: LocalizedText.of(input.title),
        series: LocalizedText.of(input.series ?? {}),
        report: LocalizedText.of(input.report ?? {}),
        organization: em.getReference(Organization, input.organizationId),
        team: input.teamId === undefined ? null : em.getReference(Team, input.teamId),
        project: input.projectId === undefined ? null : em.getReference(Project, input.projectId),
        region: em.getReference(Region, input.regionId),
        place: input.place ?? null,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
      });
      for (const { name, value, unit } of input.measures) {
        em.create(ActivityMeasure, { activity, name: LocalizedText.of(name), unit: LocalizedText.of(unit), value });
      }
      for (const { volunteerId, minutes, evidence } of input.participations) {
        em.create(Participation, { activity, volunteer: em.getReference(Volunteer, volunteerId), minutes, evidence });
      }
    }
    await em.flush();
    return inputs.length;
  });
}
