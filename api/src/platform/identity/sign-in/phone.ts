import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/mobile';

interface Phone {
  /** E.164: `+8613800138000`. */
  number: string;
  /** ISO 3166: `CN`. Missing for numbers of no country, such as satellite phones. */
  country?: string;
}

/** A mobile number as people write it; without a country code it is one of mainland China. Null for anything else. */
export function parsePhone(text: string, country = 'CN'): Phone | null {
  if (text.length > 40) return null;
  const parsed = parsePhoneNumberFromString(text.normalize('NFKC').trim(), country as CountryCode);
  if (!parsed?.isValid() || parsed.ext) return null;
  return { number: parsed.number, ...(parsed.country && { country: parsed.country }) };
}

/** One number, one key: E.164. */
export const canonicalPhone = (text: string): string | null => parsePhone(text)?.number ?? null;
