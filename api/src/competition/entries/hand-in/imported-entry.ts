import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { Competition, type Category } from '../../competitions/index.ts';
import { needForm, type FormSection } from '../../../work/forms/index.ts';
import {
  Organization,
  OrganizationKind,
  OrganizationStatus,
  Region,
  RegionLevel,
} from '../../../people/organizations/index.ts';
import { Language, Project } from '../../../work/projects/index.ts';
import { Entry, EntryStatus } from '../entry.entity.ts';

/** What a competition must have and no file says is there as what it is: imported. */
export const importedName = { zh: '由文件导入', en: 'Imported from a file' };

const notTold = { zh: '随文件导入，文件未作说明。', en: 'Imported with a file, which does not tell.' };

/** No region of GB/T 2260, and sorted before all of them. */
const REGION = { code: '000000', name: { zh: '未知地区（导入）', en: 'Unknown region (imported)' } };

export async function importedRegion(em: EntityManager): Promise<Region> {
  const { code, name } = REGION;
  const found = await em.findOne(Region, { code });
  return found ?? em.create(Region, { code, name: LocalizedText.of(name), level: RegionLevel.PROVINCE });
}

/** A competition that a file brings, open and without entries, with the host that it must have. */
export async function createImported(
  em: EntityManager,
  given: { slug: string; name: LocalizedText; hostName: LocalizedText; source: string; timeZone: string; now: Date },
): Promise<{ competition: Competition; host: Organization; region: Region }> {
  const { slug, name, hostName, source, timeZone, now } = given;
  const region = await importedRegion(em);
  const host = em.create(Organization, {
    slug: `imported-${slug}`,
    name: hostName,
    kind: OrganizationKind.COMMUNITY,
    region: ref(region),
    status: OrganizationStatus.VERIFIED,
    verifiedAt: now,
    createdAt: now,
  });
  const competition = em.create(Competition, {
    form: await needForm(em),
    slug,
    name,
    tagline: LocalizedText.of(importedName),
    description: LocalizedText.of({ zh: `${importedName.zh}：${source}`, en: `${importedName.en}: ${source}` }),
    host: ref(host),
    region: ref(region),
    timeZone,
    openedAt: now,
    createdAt: now,
  });
  return { competition, host, region };
}

interface ImportedEntry {
  competition: Competition;
  /** The sections of the competition's form. */
  asked: readonly FormSection[];
  category: Category;
  host: Organization;
  region: Region;
  number: number;
  /** What the file calls it. */
  key: string;
  name: string | null;
  description: string | null;
  language: 'zh' | 'en';
  now: Date;
}

/** An accepted entry as far as a file tells of it, in the caller's transaction. */
export function createImportedEntry(em: EntityManager, given: ImportedEntry): Entry {
  const { competition, asked, category, host, region, number, key, name, description, language, now } = given;
  const written = (text: string | null) => LocalizedText.of({ [language]: text });
  const texts = {
    title: written(name ?? key),
    summary: written(description),
    language: language === 'zh' ? Language.ZH_CN : Language.EN,
  };
  const owner = { organization: ref(host), region: ref(region) };
  const project = em.create(Project, { ...texts, ...owner, form: competition.form, createdAt: now, updatedAt: now });
  const sections = asked.map(({ key: section, name: called, isRequired }) => {
    return {
      key: section,
      name: { zh: called.zh ?? null, en: called.en ?? null },
      text: notTold[language],
      isRequired,
    };
  });
  return em.create(Entry, {
    ...texts,
    ...owner,
    sections,
    competition,
    number,
    key,
    category,
    project,
    status: EntryStatus.ACCEPTED,
    submittedAt: now,
    searchText: [number, key, name, description, host.name.zh, host.name.en].filter(Boolean).join('\n').toLowerCase(),
  });
}
