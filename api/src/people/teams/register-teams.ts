import type { Context } from '../../core/context.ts';
import { unitOfWork } from '../../core/unit-of-work.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { assertOperator } from '../../core/graphql/operator.ts';
import { Organization, Region } from '../organizations/index.ts';
import { Team, Volunteer } from './team.entity.ts';

interface TeamInput {
  key: string;
  name: { zh?: string; en?: string };
  organizationId: string;
  regionId: string;
  foundedOn?: string | null;
  volunteers: { number: string; registeredOn?: string | null }[];
}

/** Adds teams with their registered volunteers. Operator only; ids of teams by key and of volunteers by number. */
export async function registerTeams(
  context: Context,
  inputs: TeamInput[],
): Promise<{ teams: Map<string, string>; volunteers: Map<string, string> }> {
  assertOperator(context);
  const now = context.clock.now();
  return await unitOfWork(context, async (em) => {
    const teams = new Map<string, string>();
    const volunteers = new Map<string, string>();
    for (const { key, name, organizationId, regionId, foundedOn, volunteers: members } of inputs) {
      const team = em.create(Team, {
        name: LocalizedText.of(name),
        organization: em.getReference(Organization, organizationId),
        region: em.getReference(Region, regionId),
        foundedOn: foundedOn ?? null,
        createdAt: now,
      });
      teams.set(key, team.id);
      for (const { number, registeredOn } of members) {
        volunteers.set(number, em.create(Volunteer, { number, team, registeredOn: registeredOn ?? null }).id);
      }
    }
    await em.flush();
    return { teams, volunteers };
  });
}
