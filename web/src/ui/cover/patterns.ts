/**
 * Ten patterns on a field of 320 × 180, each a few paths in up to three tones.
 * A path is one DOM node however long it is, so a page of covers stays light.
 */
interface Stroke {
  d: string;
  tone: 1 | 2 | 3;
  /** Drawn as a line of this width; filled otherwise. */
  width?: number;
}

type Random = () => number;
type Pattern = (random: Random) => Stroke[];

export const width = 320;
export const height = 180;

const n = (value: number) => Math.round(value * 10) / 10;
const between = (random: Random, low: number, high: number) => low + random() * (high - low);
const pick = <T>(random: Random, ...choices: [T, ...T[]]): T =>
  choices[Math.floor(random() * choices.length)] ?? choices[0];

const circle = (x: number, y: number, r: number) =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;

/** A leaf from (x, y), as long as given, turned by an angle. */
function leafAt(x: number, y: number, length: number, angle: number, fat = 0.34): string {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (along: number, across: number) =>
    `${n(x + along * cos - across * sin)} ${n(y + along * sin + across * cos)}`;
  const side = length * fat;
  return `M${at(0, 0)}Q${at(length * 0.45, side)} ${at(length, 0)}Q${at(length * 0.45, -side)} ${at(0, 0)}Z`;
}

const leaf: Pattern = (random) => {
  const back: string[] = [];
  const front: string[] = [];
  const stem: string[] = [];
  const sprigs = pick(random, 2, 3);
  const tilt = between(random, -0.5, 0.2);
  for (let s = 0; s < sprigs; s++) {
    const x = (width / sprigs) * (s + 0.5) + between(random, -30, 30);
    const y = height + 10;
    const angle = -Math.PI / 2 + tilt + between(random, -0.2, 0.2);
    const reach = between(random, 130, 190);
    stem.push(`M${n(x)} ${y}l${n(reach * Math.cos(angle))} ${n(reach * Math.sin(angle))}`);
    for (let k = 0; k < 6; k++) {
      const along = reach * (0.22 + k * 0.15);
      const [px, py] = [x + along * Math.cos(angle), y + along * Math.sin(angle)];
      const size = 62 - k * 6;
      back.push(leafAt(px, py, size, angle - 0.85));
      front.push(leafAt(px, py, size, angle + 0.85));
    }
  }
  return [
    { d: back.join(''), tone: 2 },
    { d: front.join(''), tone: 3 },
    { d: stem.join(''), tone: 3, width: 2 },
  ];
};

/** Overlapping arcs like the sea on old textiles. */
const wave: Pattern = (random) => {
  const r = pick(random, 28, 34, 40);
  const rings: string[][] = [[], []];
  let row = 0;
  for (let y = r * between(random, 0.6, 1.4); y < height + r; y += r * 0.5, row++) {
    for (let x = row % 2 ? 0 : -r; x < width + r; x += 2 * r) {
      const list = rings[row % 2];
      for (const part of [1, 0.72, 0.44]) {
        const a = r * part;
        list?.push(`M${n(x + r - a)} ${n(y)}a${n(a)} ${n(a)} 0 0 1 ${n(2 * a)} 0`);
      }
    }
  }
  const sun = circle(between(random, 60, 260), between(random, 30, 60), between(random, 26, 40));
  return [
    { d: sun, tone: 1 },
    { d: rings[0]?.join('') ?? '', tone: 2, width: 2 },
    { d: rings[1]?.join('') ?? '', tone: 3, width: 2 },
  ];
};

/** Square strokes set in a grid, as seal script fills its square. */
const seal: Pattern = (random) => {
  const cell = pick(random, 36, 45, 60);
  const thin: string[] = [];
  const bold: string[] = [];
  for (let y = 0; y < height; y += cell) {
    for (let x = 0; x < width; x += cell) {
      const m = cell * 0.16;
      const [l, t, r, b] = [x + m, y + m, x + cell - m, y + cell - m];
      const [cx, cy] = [x + cell / 2, y + cell / 2];
      const glyph = pick(
        random,
        `M${n(l)} ${n(t)}H${n(r)}V${n(b)}H${n(l)}V${n(cy)}H${n(cx)}`,
        `M${n(l)} ${n(b)}V${n(t)}H${n(r)}V${n(b)}M${n(cx)} ${n(t)}V${n(b)}`,
        `M${n(l)} ${n(t)}H${n(r)}M${n(l)} ${n(cy)}H${n(r)}M${n(l)} ${n(b)}H${n(r)}M${n(cx)} ${n(t)}V${n(b)}`,
        `M${n(r)} ${n(t)}H${n(l)}V${n(cy)}H${n(r)}V${n(b)}H${n(l)}`,
        `M${n(l)} ${n(t)}V${n(b)}H${n(r)}V${n(t)}M${n(cx)} ${n(t)}V${n(cy)}`,
      );
      (random() < 0.28 ? bold : thin).push(glyph);
    }
  }
  const w = cell / 13;
  return [
    { d: thin.join(''), tone: 2, width: w },
    { d: bold.join(''), tone: 3, width: w },
  ];
};

/** The lattice of a window, with one pane filled here and there. */
const lattice: Pattern = (random) => {
  const step = pick(random, 40, 53.3, 64);
  const lines: string[] = [];
  const panes: string[] = [];
  const knots: string[] = [];
  for (let y = 0; y <= height + step; y += step) {
    for (let x = 0; x <= width + step; x += step) {
      const h = step / 2;
      lines.push(`M${n(x)} ${n(y - h)}L${n(x + h)} ${n(y)}L${n(x)} ${n(y + h)}L${n(x - h)} ${n(y)}Z`);
      const q = h * 0.42;
      const square = `M${n(x - q)} ${n(y - q)}h${n(2 * q)}v${n(2 * q)}h${n(-2 * q)}Z`;
      const roll = random();
      if (roll < 0.3) panes.push(square);
      else if (roll < 0.5) knots.push(circle(x, y, q * 0.8));
    }
  }
  return [
    { d: panes.join(''), tone: 2 },
    { d: knots.join(''), tone: 3 },
    { d: lines.join(''), tone: 3, width: 1.5 },
  ];
};

/** Open books one above the other. */
const pages: Pattern = (random) => {
  const back: string[] = [];
  const front: string[] = [];
  const rows = pick(random, 4, 5);
  const lift = between(random, 14, 26);
  const shift = between(random, -0.25, 0.25) * width;
  for (let row = 0; row < rows; row++) {
    const y = (height / rows) * (row + 0.75);
    for (const x of [width / 2 + shift - width * 0.75, width / 2 + shift, width / 2 + shift + width * 0.75]) {
      const half = width * 0.34;
      const sheet = (gap: number) =>
        `M${n(x)} ${n(y + gap)}q${n(-half / 2)} ${n(-lift)} ${n(-half)} 0M${n(x)} ${n(y + gap)}q${n(half / 2)} ${n(-lift)} ${n(half)} 0`;
      front.push(sheet(0));
      back.push(sheet(7), sheet(14));
    }
  }
  return [
    { d: back.join(''), tone: 2, width: 2 },
    { d: front.join(''), tone: 3, width: 3 },
  ];
};

/** Rings that spread from two points, as a pulse or a drop does. */
const rings: Pattern = (random) => {
  const drop = (x: number, y: number, count: number, gap: number) =>
    Array.from({ length: count }, (_, k) => circle(x, y, 8 + k * gap)).join('');
  const [x, y] = [between(random, 40, 140), between(random, 40, 140)];
  const [x2, y2] = [between(random, 190, 290), between(random, 30, 150)];
  return [
    { d: drop(x2, y2, 9, between(random, 11, 15)), tone: 2, width: 2 },
    { d: drop(x, y, 7, between(random, 9, 13)), tone: 3, width: 2 },
    { d: circle(x, y, 8) + circle(x2, y2, 8), tone: 3 },
  ];
};

/** Points of many sizes and the lines between neighbours. */
const network: Pattern = (random) => {
  const step = pick(random, 40, 46);
  const small: string[] = [];
  const large: string[] = [];
  const lines: string[] = [];
  let before: [number, number][] = [];
  for (let y = step / 2; y < height + step; y += step) {
    const row: [number, number][] = [];
    for (let x = step / 2; x < width + step; x += step) {
      const point: [number, number] = [x + between(random, -9, 9), y + between(random, -9, 9)];
      const r = between(random, 2, 9);
      (r > 6.5 ? large : small).push(circle(...point, r));
      const above = before[row.length];
      const left = row.at(-1);
      if (above && random() < 0.6) lines.push(`M${point.map(n).join(' ')}L${above.map(n).join(' ')}`);
      if (left && random() < 0.6) lines.push(`M${point.map(n).join(' ')}L${left.map(n).join(' ')}`);
      row.push(point);
    }
    before = row;
  }
  return [
    { d: lines.join(''), tone: 2, width: 1.5 },
    { d: small.join(''), tone: 2 },
    { d: large.join(''), tone: 3 },
  ];
};

/** Columns that carry arches. */
const arches: Pattern = (random) => {
  const count = pick(random, 4, 5, 7);
  const span = width / count;
  const back: string[] = [];
  const front: string[] = [];
  for (let k = 0; k <= count; k++) {
    const x = k * span + (count % 2 ? 0 : -span / 2);
    const top = between(random, 50, 105);
    const r = span * 0.36;
    const cx = n(x + span / 2);
    front.push(`M${n(cx - r)} ${height}V${n(top)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0V${height}Z`);
    for (const more of [1.18, 1.36]) {
      const a = r * more;
      back.push(`M${n(cx - a)} ${height}V${n(top)}a${n(a)} ${n(a)} 0 0 1 ${n(2 * a)} 0V${height}`);
    }
  }
  return [
    { d: front.join(''), tone: 2 },
    { d: back.join(''), tone: 3, width: 1.5 },
  ];
};

/** Ranges of hills and a sun. */
const hills: Pattern = (random) => {
  const range = (base: number, rise: number) => {
    let d = `M0 ${height}V${n(base)}`;
    for (let x = 0; x < width; x += 80) {
      const peak = base - rise * between(random, 0.4, 1.6);
      d += `Q${x + 40} ${n(peak)} ${x + 80} ${n(base + between(random, -8, 8))}`;
    }
    return `${d}V${height}Z`;
  };
  const sun = circle(between(random, 50, 270), between(random, 36, 62), between(random, 18, 28));
  return [
    { d: sun + range(96, 40), tone: 1 },
    { d: range(128, 36), tone: 2 },
    { d: range(158, 26), tone: 3 },
  ];
};

/** Clouds drawn as turning lines. */
const cloud: Pattern = (random) => {
  const line: string[] = [];
  const fill: string[] = [];
  for (let k = 0; k < 7; k++) {
    const x = (k % 2 ? 20 : -60) + k * 48 + between(random, -16, 16);
    const y = 34 + (k % 3) * 58 + between(random, -12, 12);
    const r = between(random, 12, 19);
    line.push(
      `M${n(x - 3 * r)} ${n(y + r)}H${n(x + 3 * r)}a${n(r)} ${n(r)} 0 0 0 0 ${n(-2 * r)}` +
        `a${n(r * 0.6)} ${n(r * 0.6)} 0 0 0 0 ${n(1.2 * r)}` +
        `M${n(x + 2.1 * r)} ${n(y - r * 0.6)}a${n(1.5 * r)} ${n(1.5 * r)} 0 0 0 ${n(-3 * r)} 0` +
        `a${n(r)} ${n(r)} 0 0 0 ${n(-2.2 * r)} ${n(1.6 * r)}`,
    );
    fill.push(circle(x, y - r * 0.3, r * 0.55));
  }
  return [
    { d: fill.join(''), tone: 2 },
    { d: line.join(''), tone: 3, width: 2.5 },
  ];
};

export const patterns = { leaf, wave, seal, lattice, pages, rings, network, arches, hills, cloud };
export type PatternName = keyof typeof patterns;
