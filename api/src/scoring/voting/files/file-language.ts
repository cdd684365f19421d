import type { FileEntry } from './ballot-file.ts';

/**
 * The field names go to. A text in neither Chinese nor English has no field of its own; readers of either language see
 * what stands in the other field where theirs is empty, so it goes to English, and nowhere twice.
 */
export function languageOf(declared: string | undefined, entries: FileEntry[]): 'zh' | 'en' {
  if (declared !== undefined) return /^(zh|chinese|中文|汉语|漢語)/i.test(declared) ? 'zh' : 'en';
  return entries.some(({ name }) => /\p{Script=Han}/u.test(name ?? '')) ? 'zh' : 'en';
}
