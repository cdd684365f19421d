import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type PdfDocument from 'pdfkit';
import type { Locale } from '../../../core/locale.ts';
import { instantToTheSecond, receiptWord, shownWith, sizeInWords } from './receipt-words.ts';
import type { Receipt } from './receipt.types.ts';

/** What stands around a receipt on paper. */
interface ReceiptPlace {
  locale: Locale;
  competition: string;
  number: number;
  timeZone: string;
}

const margin = 56;
const color = { ink: '#1d2a26', faint: '#5c6b65', line: '#d5ddd8', laurel: '#1f6f54', gold: '#c59a3d' };

/** Two leaves that form a tick, in a box of 32. */
const leaves = [
  [color.gold, 'M13 28C6.5 25.5 3 20.5 2.5 13C9.5 14.5 13 20 13 28Z'],
  [color.laurel, 'M13 28C11.5 17 17 7.500 29.500 4C30.500 16.500 24 25 13 28Z'],
] as const;

const fontFile = (weight: string) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);

/** pdfkit shows what the open font is, but does not say so in its types. */
type WithFont = { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } };

/**
 * A receipt as a PDF on A4. Fonts (twice ten megabytes) and writer are loaded per receipt and released afterwards,
 * because most servers write none for days.
 */
export async function receiptPdf(receipt: Receipt, place: ReceiptPlace): Promise<Buffer> {
  const { default: Pdf } = await import('pdfkit');
  const [regular, bold] = await Promise.all([readFile(fontFile('400Regular')), readFile(fontFile('700Bold'))]);
  const word = (key: string, values: object = {}) => receiptWord(place.locale, key, values);
  const doc = new Pdf({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 24 },
    bufferPages: true,
    lang: place.locale,
    info: { Title: `${word('title')} ${place.number}-${receipt.revision}`, CreationDate: receipt.submittedAt },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.registerFont('regular', regular).registerFont('bold', bold);
  const paper = new Paper(doc);
  paper.head(word('title'), place.competition);
  paper.facts([
    [word('number'), `${place.number}`],
    [word('revision'), `${receipt.revision}`],
    [word('time'), instantToTheSecond(place.locale, receipt.submittedAt, place.timeZone)],
    [word('timing'), word(`timing.${receipt.timing}`)],
    ...(receipt.submittedBy ? [[word('by'), receipt.submittedBy] as const] : []),
    [word('code'), receipt.code],
    ['SHA-256', inGroups(receipt.sha256)],
  ]);
  paper.facts([[word('entryTitle'), receipt.title], ...receipt.facts.map(({ name, value }) => [name, value] as const)]);
  paper.part(word('summary'), receipt.summary || word('empty'));
  for (const { name, text } of receipt.sections) paper.part(name, text || word('empty'));
  for (const { prompt, value } of receipt.answers) paper.part(prompt, value);
  if (receipt.files.length > 0) paper.files(word('files'), receipt.files);
  paper.part(word('checkTitle'), word('check'));
  paper.number((page, pages) => `SHA-256 ${receipt.sha256}\n${word('page', { page, pages })}`);
  doc.end();
  return await whole;
}

/** Eight groups of eight digits in two lines, as one reads them out. */
const inGroups = (sha256: string) => sha256.replaceAll(/(.{32})(?=.)/g, '$1\n').replaceAll(/(.{8})(?=[^\n])/g, '$1 ');

/** Chinese quotation marks are as wide as its characters; among letters alone they are as narrow as those. */
const forLetters = (text: string): PDFKit.Mixins.TextOptions =>
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text) ? {} : { features: ['pwid'] };

class Paper {
  readonly #doc: typeof PdfDocument.prototype;
  readonly #width: number;

  constructor(doc: typeof PdfDocument.prototype) {
    this.#doc = doc;
    this.#width = doc.page.width - 2 * margin;
  }

  write(font: 'regular' | 'bold', size: number, ink: string, text: string, gap = 6): void {
    const doc = this.#doc.font(font).fontSize(size).fillColor(ink);
    const shown = this.#shown(text);
    const options = { width: this.#width, lineGap: size * 0.3, paragraphGap: 2, ...forLetters(shown) };
    doc.text(shown, margin, doc.y, options);
    doc.y += gap;
  }

  head(title: string, competition: string): void {
    const doc = this.#doc;
    doc.save().translate(margin, margin).scale(1.1);
    for (const [ink, leaf] of leaves) doc.path(leaf).fill(ink);
    doc.restore();
    doc.y = margin + 46;
    this.write('bold', 20, color.ink, title, 2);
    this.write('regular', 12, color.faint, competition, 14);
  }

  /** A heading that does not stay behind at the foot of a page, and what is under it. */
  part(heading: string, text: string): void {
    this.#heading(heading);
    this.write('regular', 10.5, color.ink, text, 14);
  }

  files(heading: string, files: Receipt['files']): void {
    this.#heading(heading);
    for (const { name, size, caption, sha256 } of files) {
      this.#keepTogether(48);
      this.write('regular', 10.5, color.ink, size === null ? name : `${name} (${sizeInWords(size)})`, 0);
      if (caption) this.write('regular', 9, color.faint, caption, 0);
      this.write('regular', 8, color.faint, `SHA-256 ${sha256}`, 8);
    }
    this.#doc.y += 6;
  }

  #heading(heading: string): void {
    this.#keepTogether(60);
    this.write('bold', 12, color.ink, heading, 3);
  }

  /** Begins a new page where fewer points than these are left. */
  #keepTogether(points: number): void {
    const doc = this.#doc;
    if (doc.y + points > doc.page.height - doc.page.margins.bottom) doc.addPage();
  }

  facts(rows: readonly (readonly [string, string])[]): void {
    const doc = this.#doc;
    const [first, gap] = [110, 12];
    for (const [name, value] of rows) {
      const width = this.#width - first - gap;
      doc.font('regular').fontSize(10.5);
      const shown = this.#shown(value);
      const options = { width, lineGap: 1, ...forLetters(shown) };
      const height = Math.max(doc.heightOfString(shown, options), doc.heightOfString(name, { width: first })) + 9;
      this.#keepTogether(height);
      const { y } = doc;
      doc.fillColor(color.faint).text(this.#shown(name), margin, y + 4, { width: first });
      doc.fillColor(color.ink).text(shown, margin + first + gap, y + 4, options);
      doc.y = y + height;
      doc
        .moveTo(margin, doc.y)
        .lineTo(margin + this.#width, doc.y)
        .lineWidth(0.5)
        .strokeColor(color.line)
        .stroke();
    }
    doc.y += 18;
  }

  /** At the foot of every page, once it is known how many there are. */
  number(words: (page: number, pages: number) => string): void {
    const doc = this.#doc;
    const { count } = doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      doc.switchToPage(page);
      // Below the margin, where text would otherwise begin another page.
      doc.page.margins.bottom = 0;
      doc.font('regular').fontSize(8).fillColor(color.faint);
      const options = { width: this.#width, align: 'center' as const, lineGap: 2 };
      doc.text(words(page + 1, count), margin, doc.page.height - margin, options);
    }
  }

  #shown(text: string): string {
    const { font } = (this.#doc as unknown as WithFont)._font;
    return shownWith((codePoint) => font.hasGlyphForCodePoint(codePoint), text);
  }
}
