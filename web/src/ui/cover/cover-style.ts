import { patterns, type PatternName } from './patterns';
import { hash } from './random';

interface CoverStyle {
  pattern: PatternName;
  hue: number;
}

/** The usual fields of service; any other key gets a look of its own from its letters. */
const known: Record<string, CoverStyle> = {
  theory: { pattern: 'seal', hue: 14 },
  culture: { pattern: 'lattice', hue: 345 },
  education: { pattern: 'pages', hue: 42 },
  health: { pattern: 'rings', hue: 178 },
  science: { pattern: 'network', hue: 216 },
  law: { pattern: 'arches', hue: 258 },
  environment: { pattern: 'leaf', hue: 130 },
  relief: { pattern: 'hills', hue: 84 },
  emergency: { pattern: 'wave', hue: 200 },
  other: { pattern: 'cloud', hue: 30 },
};

const names = Object.keys(patterns) as PatternName[];

export function coverStyle(key: string): CoverStyle {
  return known[key] ?? { pattern: names[hash(key) % names.length] ?? 'leaf', hue: hash(`hue ${key}`) % 360 };
}
