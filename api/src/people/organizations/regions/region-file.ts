import type { Problems } from '../../../core/tables/problems.ts';
import { readColumns } from '../../../core/tables/read-columns.ts';
import { RegionLevel } from './region.entity.ts';

interface RegionLine {
  code: string;
  /** What the file leaves empty is not there. */
  name: { zh?: string; en?: string };
  level: RegionLevel;
  /** The regions it may be inside of, nearest first; a county may be right inside its province. */
  insideOf: string[];
  line: number;
}

const SECTION = 'regions';
const LONGEST_NAME = 100;

/** `code,zh,en`, a line each, in any order. Level and place follow from the code, as GB/T 2260 builds it. */
export function readRegions(text: string, problems: Problems): RegionLine[] {
  const lines: RegionLine[] = [];
  const seen = new Set<string>();
  readColumns(text, SECTION, ['code', 'zh', 'en'], problems, ([code, zh, en], line) => {
    const at = { section: SECTION, line };
    if (!/^[1-9]\d{5}$/.test(code)) {
      problems.error({ ...at, column: 'code' }, `"${code}" is not six digits of GB/T 2260`);
    } else if (seen.has(code)) problems.error({ ...at, column: 'code' }, `names ${code} again`);
    else if (zh === '' && en === '') problems.error(at, 'has no name, neither in zh nor in en');
    else if ([zh, en].some((name) => name.length > LONGEST_NAME)) {
      problems.error(at, `has a name of more than ${LONGEST_NAME} characters`);
    } else {
      seen.add(code);
      lines.push({ code, name: { ...(zh && { zh }), ...(en && { en }) }, ...placeOf(code), line });
    }
  });
  if (lines.length === 0 && problems.errorCount === 0) problems.error({ section: SECTION }, 'holds no region');
  return lines;
}

/** Two digits name the province, two the city in it, two the county. */
function placeOf(code: string): Pick<RegionLine, 'level' | 'insideOf'> {
  const province = `${code.slice(0, 2)}0000`;
  const city = `${code.slice(0, 4)}00`;
  if (code === province) return { level: RegionLevel.PROVINCE, insideOf: [] };
  if (code === city) return { level: RegionLevel.CITY, insideOf: [province] };
  return { level: RegionLevel.COUNTY, insideOf: [city, province] };
}
