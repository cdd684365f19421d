import type { Viewer } from '../context.ts';
import { appointRegionOrganizers } from '../modules/organizations/index.ts';
import { act } from './act.ts';
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

/** The token in the newest letter to a mailbox. */
export function invitationTo(world: World, email: string): string {
  const letter = world.mailbox.kept.find(({ to }) => to === email);
  const [, token] = /\/invitations\/([\w-]+)/.exec(letter?.text ?? '') ?? [];
  if (!token) throw new Error(`no invitation went to ${email}`);
  return token;
}
