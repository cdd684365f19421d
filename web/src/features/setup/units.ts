import type { ApolloClient } from '@apollo/client';
import { SendingUnitsDocument } from '../../gql/SendingUnits';
import { localTime } from '../../ui/time/zoned-time';

/** A sending unit as it is being written. */
export interface UnitRow {
  regionCode: string;
  regionName: string;
  organization: string;
  quota: string;
  closesAt: string;
}

/** All units as they are saved: the table is saved as a whole, so all of it has to be there. */
export async function allUnits(
  client: ApolloClient,
  slug: string,
  timeZone: string,
  after: string | null = null,
): Promise<UnitRow[]> {
  const { data } = await client.query({
    query: SendingUnitsDocument,
    variables: { slug, after },
    // The cache would join the pages.
    fetchPolicy: 'no-cache',
  });
  const page = data?.competition?.sendingUnits;
  if (!page) return [];
  const rows = page.edges.map(({ node }) => ({
    regionCode: node.region.code,
    regionName: node.region.name,
    // Its slug, which is its own; two organizations may have one name.
    organization: node.organization.slug,
    quota: `${node.quota}`,
    closesAt: localTime(node.closesAt, timeZone),
  }));
  return page.pageInfo.hasNextPage
    ? [...rows, ...(await allUnits(client, slug, timeZone, page.pageInfo.endCursor))]
    : rows;
}

/** Rows that were copied from a table: code, organization, quota, and perhaps an end of their own. */
export function readTable(table: string, closesAt: string): UnitRow[] {
  return table
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,|，/).map((cell) => cell.trim()))
    .filter(([code = '', organization = '']) => code !== '' && organization !== '')
    .map(([regionCode = '', organization = '', quota = '', end = '']) => ({
      regionCode,
      regionName: '',
      organization,
      quota: quota.replaceAll(/\D/g, ''),
      closesAt: /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/.test(end) ? end.replace(' ', 'T') : closesAt,
    }));
}
