import { createHmac, timingSafeEqual } from 'node:crypto';

interface Agreed {
  id: string;
  size: number;
  /** Milliseconds since 1970, as it stands in the address. */
  expires: string;
}

/** Signs that we accept a number of bytes under this id until an instant. */
export const signUpload = (secret: string, { id, size, expires }: Agreed): string =>
  createHmac('sha256', secret).update(['upload', id, size, expires].join('\n')).digest('base64url');

export function isSigned(secret: string, agreed: Agreed, signature: string): boolean {
  const expected = Buffer.from(signUpload(secret, agreed));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
