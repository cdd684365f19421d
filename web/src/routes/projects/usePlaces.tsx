import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionPicker, type PickedRegion } from '../../features/organizations/RegionPicker';
import type { PlacesSlot } from '../../features/projects/form/BasicsPart';

interface Team {
  id: string;
  name: string;
}

interface Project {
  region: PickedRegion;
  team: Team | null;
  organization: { teams: { edges: readonly { node: Team }[] } };
}

/** The boxes for region and team of a project, and what those are called that were shown. */
export function usePlaces(project: Project | null | undefined): {
  places: PlacesSlot;
  nameOfPlace: (id: string) => string | undefined;
} {
  const { t } = useTranslation('projects');
  const [picked, setPicked] = useState<readonly PickedRegion[]>([]);
  const [isPicking, setPicking] = useState(false);
  const regions = project ? [...picked, project.region] : picked;
  const teams = project?.organization.teams.edges.map(({ node }) => node) ?? [];
  const names = new Map(
    [...teams, ...(project?.team ? [project.team] : []), ...regions].map(({ id, name }) => [id, name]),
  );
  return {
    nameOfPlace: (id) => names.get(id),
    places: ({ regionId, teamId, problemOf, onChange }) => (
      <>
        <RegionPicker
          value={isPicking ? null : (regions.find(({ id }) => id === regionId) ?? null)}
          help={t('help.regionId')}
          error={problemOf('regionId')}
          onChange={(region) => {
            setPicking(region === null);
            if (!region) return;
            setPicked([...picked, region]);
            onChange('regionId', region.id);
          }}
        />
        {teams.length > 0 && (
          <NativeSelect
            id="field-teamId"
            label={t('fields.teamId')}
            value={teamId}
            error={problemOf('teamId')}
            data={[{ value: '', label: t('noTeam') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={({ currentTarget }) => onChange('teamId', currentTarget.value)}
          />
        )}
      </>
    ),
  };
}
