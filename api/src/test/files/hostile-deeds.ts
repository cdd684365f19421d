import { hostileFiles, purposeOf, typeOf } from './hostile.ts';
import { begin, bring, finish, put, type Bringer, type Sending } from './bring.ts';
import { photo } from './pictures.ts';

/** Something that must come to nothing. */
export interface HostileDeed {
  kind: string;
  /** The expected error code or problem. */
  attempt(by: Bringer): Promise<string>;
}

/** Whether an answer says what is wrong: a refusal of ours by its name, and neither a fault nor silence. */
export const isTyped = (code: string): boolean =>
  /^[A-Z_]{4,}$/.test(code) && !/INTERNAL|BAD_REQUEST|VALIDATION/.test(code);

/** Every file that must not be taken, and every way of sending a good one that must not be. */
export async function hostileDeeds(): Promise<HostileDeed[]> {
  const bytes = await photo(1600, 1200);
  const files = (await hostileFiles()).map((file) => ({
    kind: file.kind,
    async attempt(by: Bringer) {
      const told = await bring(by, { ...file, type: typeOf(file), purpose: purposeOf(file) });
      return told.code === 'UnfitFileError' ? (told.problem ?? '') : told.code;
    },
  }));
  const size = bytes.length;
  const sent = (
    kind: string,
    send: (by: Bringer, address: string) => { by?: Bringer; to?: string; sending: Sending },
  ): HostileDeed => ({
    kind,
    async attempt(by) {
      const begun = await begin(by, { name: 'photo.jpg', type: 'image/jpeg', purpose: 'PICTURE', size });
      if ('code' in begun) return begun.code;
      const deed = send(by, begun.url);
      const { status, code } = await put(deed.by ?? by, deed.to ?? begun.url, deed.sending);
      if (status === 204) return 'FinishUploadSuccess';
      const finished = await finish(by, begun.uploadId);
      // Who breaks off hears nothing, but learns on asking that the file is not there.
      if (finished.code !== 'UploadMissingError') return finished.code;
      return status === 0 ? 'UPLOAD_MISSING' : code;
    },
  });
  return [
    ...files,
    sent('breaks off', () => ({ sending: { bytes, breaksOff: size >> 1 } })),
    sent('breaks off in chunks', () => ({ sending: { bytes, breaksOff: size >> 1, told: null } })),
    sent('tells of more than agreed', () => ({ sending: { bytes: Buffer.concat([bytes, bytes]) } })),
    sent('tells of an ocean', () => ({ sending: { bytes, told: 9_000_000_000, breaksOff: 100 } })),
    sent('sends more than agreed, in chunks', () => ({
      sending: { bytes: Buffer.alloc(size + 4_000_000), told: null },
    })),
    sent('tells of less than agreed', () => ({ sending: { bytes: bytes.subarray(1) } })),
    sent('sends less than agreed, in chunks', () => ({ sending: { bytes: bytes.subarray(1), told: null } })),
    sent('tells of nothing', () => ({ sending: { bytes: Buffer.alloc(0) } })),
    sent('without being signed in', (by) => ({ by: { ...by, cookie: '' }, sending: { bytes } })),
    sent('from a page elsewhere', () => ({ sending: { bytes, headers: { origin: 'https://evil.example' } } })),
    sent('to an address of its own making', (_, url) => ({
      to: url.replace(/signature=./, (found) => (found.endsWith('_') ? 'signature=-' : 'signature=_')),
      sending: { bytes },
    })),
    sent('to an address kept alive', (_, url) => ({ to: url.replace(/expires=\d/, 'expires=9'), sending: { bytes } })),
    sent('to an upload of nobody', (_, url) => ({
      to: url.replace(/uploads\/[^?]+/, `uploads/${crypto.randomUUID()}`),
      sending: { bytes },
    })),
    sent('to a path', (_, url) => ({
      to: url.replace(/uploads\/[^?]+/, 'uploads/..%2f..%2fsecret'),
      sending: { bytes },
    })),
  ];
}
