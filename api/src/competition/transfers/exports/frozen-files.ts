import type { EntityManager } from '@mikro-orm/postgresql';
import { endingOf } from '@laurel/schema/files';
import type { Locale } from '../../../core/locale.ts';
import { message } from '../../../core/messages.ts';

/** A picture, document or answer as it went with the present revision of an entry. */
export interface FrozenFile {
  number: number;
  title: string;
  organization: string;
  purpose: 'PICTURE' | 'DOCUMENT' | 'ANSWER';
  /** From 1, among those of its entry. */
  place: number;
  name: string;
  caption: string;
  size: number;
  sha256: string;
  key: string;
  submittedAt: Date;
}

export async function readFiles(em: EntityManager, competitionId: string): Promise<FrozenFile[]> {
  const rows = await em.execute<(Omit<FrozenFile, 'submittedAt'> & { submittedAt: string })[]>(
    `select e.number, coalesce(e.title_zh, e.title_en) as title, coalesce(o.name_zh, o.name_en) as organization, u.purpose,
       row_number() over (partition by e.id order by a.ordinal)::int as place, u.name,
       coalesce(a.caption_zh, a.caption_en, '') as caption, u.size, u.sha256, u.key, e.submitted_at as "submittedAt"
     from entries e join entry_attachments a on a.entry_id = e.id and a.revision = e.revision join uploads u on u.id = a.upload_id
       join organizations o on o.id = e.organization_id
     where e.competition_id = ? and e.status <> 'WITHDRAWN' order by e.number, a.ordinal`,
    [competitionId],
  );
  return rows.map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) }));
}

/** What stands in no name on some system, and what nobody sees. */
const unfit = /[<>:"/\\|?*\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
/** Names that Windows keeps for itself, whatever comes after the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A part of a path that every system takes: no unfit letters, no dot or space at the end, not long. */
function safeName(text: string, most: number): string {
  const tidy = Array.from(text.normalize('NFC').replaceAll(unfit, ' ').replaceAll(/\s+/g, ' ').trim())
    .slice(0, most)
    .join('')
    .replace(/[. ]+$/, '')
    .replace(/^\.+/, '');
  return reserved.test(tidy) ? `_${tidy}` : tidy;
}

/** `012-邻里守护-长春市朝阳区社区服务中心/01-图片-重阳走访.webp` */
export function placeOf(file: FrozenFile, locale: Locale): string {
  const { number, title, organization, purpose, place, caption, name } = file;
  const two = (value: number, digits: number) => String(value).padStart(digits, '0');
  const folder = [two(number, 3), safeName(title, 30), safeName(organization, 30)].filter(Boolean).join('-');
  const ending = endingOf(name);
  const stem = safeName(caption || name.slice(0, -ending.length - 1), 40);
  const kind = message(locale, `transfer.purpose.${purpose}`);
  return `${folder}/${[two(place, 2), kind, stem].filter(Boolean).join('-')}.${ending}`;
}
