import { useTranslation } from 'react-i18next';
import type { Viewer } from '../features/identity/useViewer';

export interface RoleLink {
  to: string;
  label: string;
}

/** What this person may do here, from the facts the API gives about them. */
export function useRoleLinks(viewer: Viewer | null): RoleLink[] {
  const { t } = useTranslation();
  if (!viewer) return [];
  const links: RoleLink[] = [];
  if (viewer.organizations.length > 0) {
    links.push({ to: '/projects', label: t('nav.projects') });
  }
  if (viewer.verifiesIn.length > 0) {
    links.push({ to: '/verify', label: t('nav.verify') });
  }
  for (const { node } of viewer.sendingUnits.edges) {
    links.push({
      to: `/c/${node.competition.slug}/nominations/${node.id}`,
      label: t('nav.nominate', { region: node.region.name }),
    });
  }
  if (viewer.judgeSeats.length > 0) {
    links.push({ to: '/judge', label: t('nav.judging') });
  }
  const organized = viewer.organizes.filter(({ isRehearsal }) => !isRehearsal);
  const [first, ...more] = organized;
  // One competition is gone to at once; among several the page chooses.
  if (first) links.push({ to: more.length > 0 ? '/organize' : `/organize/${first.slug}`, label: t('nav.organize') });
  return links;
}
