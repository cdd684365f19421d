import { ref } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import type { Problems } from '../../../core/tables/problems.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { recordAct } from '../../../platform/audit/index.ts';
import { Region } from './region.entity.ts';
import { readRegions } from './region-file.ts';

interface RegionImport {
  added: number;
  renamed: number;
  unchanged: number;
}

/**
 * Takes in the regions of a file (`readRegions`): new ones are added, others get the names it gives them. A region that
 * is there stays where it is in the tree, since sending units stand on that. Null, and nothing kept, where the file is
 * wrong. Operator only; one import at a time.
 */
export async function importRegions(
  context: Context,
  text: string,
  { isDryRun }: { isDryRun: boolean },
  problems: Problems,
): Promise<RegionImport | null> {
  assertOperator(context);
  const lines = readRegions(text, problems).toSorted((a, b) => a.insideOf.length - b.insideOf.length);
  return await unitOfWork(context, async (em) => {
    const byCode = new Map((await em.find(Region, {})).map((region) => [region.code, region]));
    const codes = new Set([...byCode.keys(), ...lines.map(({ code }) => code)]);
    const report: RegionImport = { added: 0, renamed: 0, unchanged: 0 };
    const act: (() => void)[] = [];
    for (const { code, name, level, insideOf, line } of lines) {
      const at = { section: 'regions', line };
      const parentCode = insideOf.find((outer) => codes.has(outer)) ?? null;
      const known = byCode.get(code);
      if (!parentCode && insideOf.length > 0) {
        problems.error(at, `${code} is inside ${insideOf.join(' or ')}, which neither the file nor Laurel knows`);
      } else if (!known) {
        report.added += 1;
        act.push(() => {
          const parent = parentCode ? byCode.get(parentCode) : null;
          byCode.set(
            code,
            em.create(Region, { code, name: LocalizedText.of(name), level, parent: parent && ref(parent) }),
          );
        });
      } else if ((known.parent?.id ?? null) !== (parentCode ? byCode.get(parentCode)?.id : null)) {
        problems.error(at, `${code} would move into ${parentCode}; regions that are there are not moved`);
      } else {
        const { zh, en } = known.name;
        const renamed = LocalizedText.of({ zh, en, ...name });
        if (renamed.zh === zh && renamed.en === en) report.unchanged += 1;
        else {
          report.renamed += 1;
          act.push(() => {
            const names = { from: { zh, en }, to: renamed };
            recordAct(context, em, 'renameRegion', { type: 'Region', id: known.id }, names);
            known.name = renamed;
          });
        }
      }
    }
    if (problems.errorCount > 0) return null;
    if (!isDryRun) for (const deed of act) deed();
    return report;
  });
}
