/** Says nothing about the name, which may be mended: forty bits of the id's chance, in letters that are not taken for others. */
export function slugOf(id: string): string {
  let bits = BigInt(`0x${id.slice(-10)}`);
  let slug = '';
  for (let i = 0; i < 8; i += 1, bits >>= 5n) slug += alphabet[Number(bits & 31n)];
  return `org-${slug}`;
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz023456789';
