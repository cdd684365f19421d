import type { RobustnessQuery } from '../../gql/Robustness';
import type { RobustnessBadgeQuery } from '../../gql/RobustnessBadge';

type BadgeView = NonNullable<NonNullable<RobustnessBadgeQuery['competition']>['robustness']>[number];
export type RobustnessView = NonNullable<NonNullable<RobustnessQuery['competition']>['robustness']>[number];
export type AgreementView = NonNullable<NonNullable<RobustnessQuery['competition']>['agreement']>[number];
export type Line = BadgeView['lines'][number];

/** Lines that other entries would cross in some way, the least firm first. */
export const shakyLines = (lines: readonly Line[]): Line[] =>
  lines
    .filter(({ unchanged, ways }) => unchanged < ways)
    .toSorted((one, other) => one.unchanged / one.ways - other.unchanged / other.ways);

/** The view of a category, or the one of all; where categories are ranked apart and none is asked for, the least firm. */
export function viewOf<View extends { category: { key: string } | null; lines: readonly Line[] }>(
  views: readonly View[],
  categoryKey: string | null,
): View | undefined {
  const own = views.find(({ category }) => category !== null && category.key === categoryKey);
  if (own) return own;
  const robustness = ({ lines }: View) => Math.min(1, ...lines.map(({ unchanged, ways }) => unchanged / (ways || 1)));
  return views.toSorted((one, other) => robustness(one) - robustness(other))[0];
}
