import { limits } from '@laurel/schema/limits';
import type { ImportChoices } from './import-choices.ts';
import type { KnownOrganization, Lookups } from './lookups.ts';
import type { Problem, ProblemKind } from '../table/problem.ts';
import { short } from './read-cell.ts';
import { folded } from '../table/words.ts';

/** One that nothing has yet; rows with the same name in the same region mean the same. */
export interface NewOrganization {
  key: string;
  name: string;
  kind: string;
  region: string;
}

interface Found {
  organization: KnownOrganization | NewOrganization | null;
  problems: { kind: ProblemKind; key: string; values?: Problem['values'] }[];
}

/** Whose entry a row is: by the organization's ID, or by its name, within the row's region where several have it. */
export function findOrganization(
  cells: Readonly<Record<string, string>>,
  wrong: ReadonlySet<string>,
  lookups: Lookups,
  choices: ImportChoices,
): Found {
  const none = (kind?: ProblemKind, key = 'organization', values: Problem['values'] = {}): Found => ({
    organization: null,
    problems: kind ? [{ kind, key, values }] : [],
  });
  const { organization: name = '', organizationId: slug = '', region = '', organizationKind: kind = '' } = cells;
  if (wrong.has('organization') || wrong.has('organizationId')) return none();
  if (slug) {
    const found = lookups.organizationBySlug(slug);
    if (!found) return none('unknownOrganization', 'organizationId', { text: short(slug) });
    const isNamed = name === '' || [found.zh, found.en, found.slug].some((one) => one && folded(one) === folded(name));
    return isNamed
      ? standing(found, choices)
      : none('mismatchedOrganization', 'organization', { slug, name: found.zh ?? found.en ?? '' });
  }
  if (!name) return none();
  const named = lookups.organizationsOf(name);
  const found = named.length > 1 ? named.filter((one) => one.region === region) : named;
  const [first] = found.length > 0 ? found : [lookups.organizationBySlug(name)];
  if (found.length > 1 || (named.length > 1 && found.length === 0)) {
    return none('ambiguousOrganization', 'organization', { ids: named.map((one) => one.slug).join(', ') });
  }
  if (first) return standing(first, choices);
  if (!choices.createsOrganizations) {
    const like = lookups.suggestions.get(name);
    return none('unknownOrganization', 'organization', { text: short(name), ...(like !== undefined && { like }) });
  }
  if (wrong.has('region') || wrong.has('organizationKind') || !region) return none();
  const length = Array.from(name).length;
  if (length > limits.organization) return none('tooLong', 'organization', { most: limits.organization, length });
  if (!kind) return none('kindRequired', 'organizationKind', { name: short(name) });
  if (choices.arriveAs === 'ACCEPTED') return none('unverifiedOrganization', 'organization', { name: short(name) });
  return { organization: { key: `${region}/${folded(name)}`, name, kind, region }, problems: [] };
}

function standing(organization: KnownOrganization, { arriveAs }: ImportChoices): Found {
  const name = organization.zh ?? organization.en ?? '';
  const kind =
    organization.status === 'REFUSED'
      ? 'refusedOrganization'
      : arriveAs === 'ACCEPTED' && organization.status !== 'VERIFIED'
        ? 'unverifiedOrganization'
        : null;
  if (kind) return { organization: null, problems: [{ kind, key: 'organization', values: { name } }] };
  return { organization, problems: [] };
}
