import { createHash } from 'node:crypto';
import type { Viewer } from '../core/context.ts';
import { appointRegionOrganizers } from '../people/organizations/index.ts';
import { act, sql } from './act.ts';
import { makePerson } from './factories.ts';
import type { World } from './world.ts';

export const registerInput = (regionId: string, zh: string) => ({
  name: { zh },
  kind: 'CHARITY',
  regionId,
  contact: { name: '王老师', phone: '0431-8800 0000' },
});

/** An organization that waits to be verified. */
export async function register(
  world: World,
  regionId: string,
  zh: string,
): Promise<{ organization: { id: string; slug: string }; manager: Viewer }> {
  const manager = await makePerson(world);
  const input = { ...registerInput(regionId, zh), isNew: true };
  const fields = '... on RegisterOrganizationSuccess { organization { id slug } }';
  const { organization } = await act(world, manager, 'registerOrganization', input, fields);
  return { organization, manager };
}

export async function makeVerifier(world: World, regionId: string): Promise<Viewer> {
  const person = await makePerson(world);
  await appointRegionOrganizers(world.operator(), [{ regionId, userId: person.id }]);
  return person;
}

/** The token of the newest invitation to a mailbox, from the letter that carries it. */
export async function invitationTo(world: World, email: string): Promise<string> {
  const letters = await sql<{ path: string }>(
    world,
    `select params->'link'->>'path' as path from messages where email = ? and kind = 'INVITATION'`,
    [email],
  );
  const [newest] = await sql<{ token_hash: string }>(
    world,
    'select token_hash from organization_invitations where email = ? order by id desc limit 1',
    [email],
  );
  const tokens = letters.map(({ path }) => path.slice('/invitations/'.length));
  const token = tokens.find((one) => createHash('sha256').update(one).digest('hex') === newest?.token_hash);
  if (!token) throw new Error(`no invitation went to ${email}`);
  return token;
}
