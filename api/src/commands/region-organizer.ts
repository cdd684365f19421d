import { readSettings } from '../server/env.ts';
import { Failure } from '../core/failure.ts';
import { appointRegionOrganizer } from '../people/organizations/index.ts';
import { requireTables } from './files/find-competition.ts';
import { asOperator } from './open-context.ts';
import { withDatabase } from './open-database.ts';

/** Lets a person verify the organizations of a region; prints the region. */
export async function regionOrganizer(email: string, { region: regionCode }: { region: string }): Promise<void> {
  const settings = readSettings();
  const region = await withDatabase(settings, async ({ url }) => {
    await requireTables(url);
    return await asOperator(settings, url, (context) => appointRegionOrganizer(context, { regionCode, email }));
  });
  if (!region) throw new Failure(`There is no region with the code ${regionCode}.`);
  process.stdout.write(`${region.code}  ${region.name.in('en')}  ${email}\n`);
}
