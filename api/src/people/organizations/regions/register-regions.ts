import { ref } from '@mikro-orm/core';
import type { Context } from '../../../core/context.ts';
import { unitOfWork } from '../../../core/unit-of-work.ts';
import { LocalizedText } from '../../../core/graphql/localized-text.ts';
import { assertOperator } from '../../../core/graphql/operator.ts';
import { Region, type RegionLevel } from './region.entity.ts';

interface RegionInput {
  code: string;
  name: { zh?: string; en?: string };
  level: RegionLevel;
  parentCode?: string;
}

/** Adds regions, parents first. Operator only; ids by code come back. */
export async function registerRegions(context: Context, inputs: RegionInput[]): Promise<Map<string, string>> {
  assertOperator(context);
  return await unitOfWork(context, async (em) => {
    const byCode = new Map((await em.find(Region, {})).map((region) => [region.code, region]));
    for (const { code, name, level, parentCode } of inputs) {
      const parent = parentCode === undefined ? null : byCode.get(parentCode);
      if (parent === undefined) throw new Error(`region ${code}: its parent ${parentCode} comes later or not at all`);
      byCode.set(code, em.create(Region, { code, name: LocalizedText.of(name), level, parent: parent && ref(parent) }));
    }
    await em.flush();
    return new Map([...byCode].map(([code, region]) => [code, region.id]));
  });
}
