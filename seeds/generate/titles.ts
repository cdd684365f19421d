import { random } from '../random.ts';
import type { Localized } from '../types.ts';
import type { Plan } from './plan.ts';

const ENDINGS = ['', '', '项目', '行动', '计划'];
/** What already ends like this wants no further noun. */
const COMPLETE = /(服务|行动|课堂|培训|项目|计划|课|站|队|银行|市|小组|工坊|夏令营|活动)$/;

const capitalized = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const joined = (name: string, rest: string) => (/[?!.]$/.test(name) ? `${name} ${rest}` : `${name}: ${rest}`);

/**
 * A name in quotation marks and what it is, as volunteer projects in China are called. The first project of a name
 * goes without its place; later ones carry it, which is how readers there tell them apart too.
 */
export function titleOf(plan: Plan, taken: Set<string>): Localized {
  const draw = random(`title/${plan.key}`);
  const [name = '', nameEn = ''] = plan.theme.names[plan.turn % 6]!;
  const [what = '', whatEn = ''] = plan.theme.what[plan.turn % 2]!;
  const { county, town } = plan;
  const ending = COMPLETE.test(what) ? '' : draw.pick(ENDINGS);
  const En = capitalized(whatEn);
  const plain: Localized[] = [
    { zh: `“${name}”${what}${ending}`, en: joined(nameEn, En) },
    { zh: `${name}——${what}${ending}`, en: joined(nameEn, En) },
    { zh: `“${name}”志愿服务项目`, en: joined(nameEn, En) },
  ];
  const placed: Localized[] = [
    { zh: `${county.short}“${name}”${what}${ending}`, en: `${joined(nameEn, En)}, ${county.en}` },
    { zh: `${name}——${county.short}${what}${ending}`, en: `${joined(nameEn, En)}, ${county.en}` },
    { zh: `“${name}”在${town.zh}`, en: joined(nameEn, `${En} in ${town.en}`) },
  ];
  const choices = plan.turn < 6 && draw.chance(0.8) ? [...draw.shuffle(plain), ...placed] : draw.shuffle(placed);
  const free = choices.find(({ zh, en }) => !taken.has(zh) && !taken.has(en));
  if (!free) throw new Error(`no title left for ${plan.key}`);
  taken.add(free.zh).add(free.en);
  return free;
}
