import type { Random } from '../random.ts';
import type { Localized, MeasureSeed } from '../types.ts';

type Subject = { place: Localized; what: Localized };

const WITH_FIGURE: ((place: string, figure: string) => string)[] = [
  (place, figure) => `在${place}开展，现场记录：${figure}。散场前收集了下次的需求。`,
  (place, figure) => `${figure}。有两件事当场没办成，登记后由队伍跟进。`,
  (place, figure) => `天气不算好，来的人比预想多。${figure}，记录已核对。`,
  (place, figure) => `比上次早到半小时布置，${place}的居民帮着搬桌椅。${figure}。`,
  (place, figure) => `${figure}。新志愿者第一次上岗，由老队员带班。`,
  (place, figure) => `这次换了时间，避开了农忙和上班点，${place}来的人更齐。${figure}。`,
];

/** About every third activity has a report, as long as a tired volunteer writes in the evening. */
export function reportOf(subject: Subject, measures: MeasureSeed[], draw: Random): Localized | undefined {
  if (!draw.chance(0.36)) return undefined;
  const [measure] = measures;
  if (!measure) return undefined;
  const { name, value, unit } = measure;
  return {
    zh: draw.pick(WITH_FIGURE)(subject.place.zh, `${name.zh}${value}${unit.zh}`),
    en: `${name.en}: ${value}. What could not be settled on the spot was written down and will be followed up.`,
  };
}
