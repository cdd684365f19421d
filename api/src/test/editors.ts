import { joinText, isSame } from '@laurel/schema/merge';
import type { Viewer } from '../core/context.ts';
import { saveSection, SaveSectionSuccess, StaleSectionError } from '../work/projects/index.ts';
import { makeOrganization, makePerson, makeProject } from './factories.ts';
import type { World } from './world.ts';

/** What pairs of editors did, and what came of it. The last three must be 0. */
interface EditorsReport {
  schedules: number;
  typed: number;
  saves: number;
  stale: number;
  joined: number;
  conflicts: number;
  lostAnswers: number;
  lostRequests: number;
  /** Saves that replaced a text which the editor had never seen. */
  overwrites: number;
  /** Saved words that are gone, though nobody took them away or chose the other text. */
  lostWords: number;
  /** Texts of one person that the other's save took the place of, and that no kept version has. */
  forgotten: number;
  /** How the first lost word or forgotten text went, save by save. */
  example: string | null;
}

const nothing = (): EditorsReport => ({
  schedules: 0,
  typed: 0,
  saves: 0,
  stale: 0,
  joined: 0,
  conflicts: 0,
  lostAnswers: 0,
  lostRequests: 0,
  overwrites: 0,
  lostWords: 0,
  forgotten: 0,
  example: null,
});

/** Small and good enough; the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const key = 'needs';
const wordsOf = (text: string): string[] => text.split(' ').filter(Boolean);

/** One person at one device: what is on the screen, and what the server is known to have. */
interface Editor {
  name: string;
  viewer: Viewer;
  base: string;
  version: number;
  text: string;
  /** What went out and was not answered. */
  sent: string[];
  /** Words they took away, or left behind when they chose between two texts. */
  letGo: Set<string>;
  written: Set<string>;
}

interface Saved {
  version: number;
  text: string;
  by: Editor;
}

/** Two editors of one section, who type, save at the same moment, lose answers, and come back; by chance of a seed. */
class Schedule {
  readonly #world: World;
  readonly #projectId: string;
  readonly #chance: () => number;
  readonly #report: EditorsReport;
  /** Every save that the server took, whether or not its answer arrived. */
  readonly #saved: Saved[];
  readonly #editors: readonly [Editor, Editor];
  #words = 0;

  constructor(world: World, projectId: string, people: readonly [Viewer, Viewer], seed: number, report: EditorsReport) {
    this.#world = world;
    this.#projectId = projectId;
    this.#chance = chanceOf(seed);
    this.#report = report;
    const begin = (name: string, viewer: Viewer): Editor => {
      return { name, viewer, base: '', version: 0, text: '', sent: [], letGo: new Set(), written: new Set() };
    };
    this.#editors = [begin('a', people[0]), begin('b', people[1])];
    this.#saved = [{ version: 0, text: '', by: this.#editors[0] }];
  }

  async play(steps: number): Promise<void> {
    const [a, b] = this.#editors;
    for (let step = 0; step < steps; step += 1) {
      const editor = this.#chance() < 0.5 ? a : b;
      const draw = this.#chance();
      if (draw < 0.45) this.#type(editor);
      else if (draw < 0.53) this.#erase(editor);
      else if (draw < 0.78) await this.#save(editor);
      else if (draw < 0.9) await Promise.all([this.#save(a), this.#save(b)]);
      else await this.#look(editor);
    }
    // In the end both are back on the network, and stay until everything is saved.
    for (let round = 0; round < 6; round += 1) for (const editor of this.#editors) await this.#save(editor, 0);
  }

  #type(editor: Editor): void {
    this.#words += 1;
    const word = `${editor.name}${this.#words}`;
    const words = wordsOf(editor.text);
    words.splice(Math.floor(this.#chance() * (words.length + 1)), 0, word);
    editor.text = words.join(' ');
    editor.written.add(word);
    this.#report.typed += 1;
  }

  #erase(editor: Editor): void {
    const words = wordsOf(editor.text);
    const [gone] = words.splice(Math.floor(this.#chance() * words.length), 1);
    if (gone) editor.letGo.add(gone);
    editor.text = words.join(' ');
  }

  async #save(editor: Editor, trouble = 0.3): Promise<void> {
    if (isSame(editor.text, editor.base)) return;
    const { text, version, base } = editor;
    const fate = this.#chance();
    if (fate < trouble / 3) {
      // It never got there.
      this.#report.lostRequests += 1;
      editor.sent.push(text);
      return;
    }
    const context = this.#world.contextOf(editor.viewer);
    const answer = await saveSection(context, { projectId: this.#projectId, key, version, text });
    if (answer instanceof SaveSectionSuccess) {
      this.#report.saves += 1;
      const before = this.#saved.find((save) => save.version === answer.section.version - 1);
      if (before?.text !== base) this.#report.overwrites += 1;
      this.#saved.push({ version: answer.section.version, text, by: editor });
    } else if (answer instanceof StaleSectionError) this.#report.stale += 1;
    else throw new Error(answer.message);
    if (fate < trouble) {
      this.#report.lostAnswers += 1;
      editor.sent.push(text);
    } else if (answer instanceof SaveSectionSuccess) {
      Object.assign(editor, { base: text, version: answer.section.version, sent: [] });
    } else this.#hear(editor, answer.section);
  }

  /** The page asks what is newer, or is opened anew with what the device kept. */
  async #look(editor: Editor): Promise<void> {
    const { data } = await this.#world.run(
      editor.viewer,
      'query ($id: ID!) { project(id: $id) { sections { key text version } } }',
      { id: this.#projectId },
    );
    const sections = data.project.sections as { key: string; text: string; version: number }[];
    const section = sections.find((one) => one.key === key);
    if (section && section.version > editor.version) this.#hear(editor, section);
  }

  #hear(editor: Editor, theirs: { text: string; version: number }): void {
    const joined = joinText(editor.base, editor.text, theirs.text, editor.sent);
    if (joined === null) {
      this.#report.conflicts += 1;
      const mine = wordsOf(editor.text);
      const others = wordsOf(theirs.text);
      const draw = this.#chance();
      const chosen =
        draw < 0.3 ? mine : draw < 0.6 ? others : [...mine, ...others.filter((word) => !mine.includes(word))];
      for (const word of [...mine, ...others]) if (!chosen.includes(word)) editor.letGo.add(word);
      editor.text = chosen.join(' ');
    } else {
      if (joined !== editor.text) this.#report.joined += 1;
      editor.text = joined;
    }
    Object.assign(editor, { base: theirs.text, version: theirs.version, sent: [] });
  }

  /** Goes through everything the server took, in its order, and through what it has kept. */
  async settle(): Promise<void> {
    const rows = await this.#world.orm.em
      .fork()
      .execute<{ text: string }[]>('select text from project_revisions where project_id = ? and key = ?', [
        this.#projectId,
        key,
      ]);
    const kept = new Set(rows.map(({ text }) => text));
    const saved = this.#saved.toSorted((one, other) => one.version - other.version);
    const telling = (what: string) =>
      [what, ...saved.map(({ version, by, text }) => `  ${version} ${by.name}: ${text}`), ''].join('\n');
    for (const [index, { text, by }] of saved.entries()) {
      const before = saved[index - 1];
      if (!before) continue;
      const now = new Set(wordsOf(text));
      const lost = wordsOf(before.text).filter((word) => !now.has(word) && !by.letGo.has(word));
      this.#report.lostWords += lost.length;
      if (lost.length > 0) this.#report.example ??= telling(`lost: ${lost.join(' ')}`);
      if (before.text !== '' && before.by !== by && !kept.has(before.text)) {
        this.#report.forgotten += 1;
        this.#report.example ??= telling(`forgotten: ${before.text}`);
      }
    }
    const ever = new Set(saved.flatMap(({ text }) => wordsOf(text)));
    for (const { written, letGo } of this.#editors) {
      for (const word of written) if (!ever.has(word) && !letGo.has(word)) this.#report.lostWords += 1;
    }
    this.#report.schedules += 1;
  }
}

/** Plays a number of schedules, some at once; schedule n of a seed is always the same except for the order of answers. */
export async function playEditors(
  world: World,
  options: { schedules: number; seed: number; sideBySide?: number; onProgress?: (done: number) => void },
): Promise<EditorsReport> {
  const report = nothing();
  const organization = await makeOrganization(world);
  const colleague = await makePerson(world);
  await world.orm.em
    .fork()
    .execute(
      'insert into organization_members (id, organization_id, user_id, role, joined_at) values (gen_random_uuid(), ?, ?, ?, now())',
      [organization.id, colleague.id, 'EDITOR'],
    );
  let next = 0;
  const player = async () => {
    for (let n = next++; n < options.schedules; n = next++) {
      const projectId = await makeProject(world, organization, `schedule ${n}`, { sections: {} });
      const schedule = new Schedule(world, projectId, [organization.member, colleague], options.seed + n, report);
      await schedule.play(8 + (n % 17));
      await schedule.settle();
      options.onProgress?.(report.schedules);
    }
  };
  await Promise.all(Array.from({ length: options.sideBySide ?? 4 }, player));
  return report;
}
