import type { AwardTier } from '../../gql/types';
import { Seal } from '../../ui/Seal';

const tones = { FIRST: 'seal', SECOND: 'gold', THIRD: 'laurel' } as const satisfies Record<AwardTier, string>;

export function AwardSeal({ award }: { award: { name: string; tier: AwardTier } }) {
  return <Seal tone={tones[award.tier]}>{award.name}</Seal>;
}
