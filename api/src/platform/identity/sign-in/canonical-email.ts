import { domainToASCII } from 'node:url';

/** The mailbox answers to both names. */
const sameDomain = new Map([['googlemail.com', 'gmail.com']]);

/** What may stand before the @ without quotes (RFC 5322), and letters of any language (RFC 6531). */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*/=?^_`{|}~-]+)*$/u;
const domainName = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/;
const addressLength = 254;
const localLength = 64;

/**
 * One mailbox, one key: however people spell their address (case, full-width letters, `+tag`, dots at Gmail, a domain
 * in Chinese characters or in Punycode), the same text comes out. Null for what is not an address. Nothing is merged that
 * could be two mailboxes: providers whose aliases nobody can see through keep each address as it is.
 *
 * The key says who a voter is; it must never change for an address, or the person could vote twice.
 */
export function canonicalEmail(text: string): string | null {
  const address = text.normalize('NFKC').trim().toLowerCase().normalize('NFC');
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > addressLength) return null;
  // Empty for what no domain can be; the final dot of a full name says nothing.
  const ascii = domainToASCII(address.slice(at + 1)).replace(/\.$/, '');
  const domain = sameDomain.get(ascii) ?? ascii;
  if (!domainName.test(domain)) return null;
  const [untagged = ''] = address.slice(0, at).split('+');
  const local = domain === 'gmail.com' ? untagged.replaceAll('.', '') : untagged;
  if (local.length > localLength || !localPart.test(local)) return null;
  return `${local}@${domain}`;
}
