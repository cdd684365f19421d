import type { FileProblem, FilePurpose } from '@laurel/schema/files';
import { fileTypes, endingOf, type FileEnding } from '@laurel/schema/files';
import { locked, office, packed, pdf, renamed, understated, zipOf } from './documents.ts';
import { movingWebp, photo, pngOf } from './pictures.ts';

/** A file that must be refused, and the problem that is reported. */
interface HostileFile {
  kind: string;
  name: string;
  bytes: Buffer;
  problem: FileProblem;
  /** What the device says it is; otherwise what goes with the ending. */
  type?: string;
  purpose?: FilePurpose;
}

const script = '<script>fetch("/graphql",{method:"POST"})</script>';
const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
const html = `<!doctype html><title>x</title>${script}`;
const bomb = Buffer.alloc(40 * 1024 * 1024);

/** Refused before a byte is sent. */
const byTheirName = (): HostileFile[] => {
  const of = (kind: string, name: string, problem: FileProblem, more: Partial<HostileFile> = {}): HostileFile => ({
    kind,
    name,
    bytes: Buffer.from(html),
    problem,
    ...more,
  });
  return [
    of('a drawing that may hold scripts', 'drawing.svg', 'TYPE', { type: 'image/svg+xml' }),
    of('a page', 'page.html', 'TYPE', { type: 'text/html' }),
    of('a program', 'setup.exe', 'TYPE', { type: 'application/x-msdownload' }),
    of('a document with macros, by its ending', 'plan.docm', 'TYPE', {
      type: 'application/vnd.ms-word.document.macroEnabled.12',
    }),
    of('a double ending, the last harmless', 'photo.php.jpg', 'TYPE'),
    of('a double ending, the last a program', 'report.pdf.exe', 'TYPE', { type: 'application/pdf' }),
    of('a name that climbs', '../../etc/passwd.jpg', 'NAME'),
    of('a name with a drive', String.raw`C:\Windows\win.jpg`, 'NAME'),
    of('a name turned around', 'photo\u202egpj.exe.jpg', 'NAME'),
    of('a name of nothing but its ending', '.jpg', 'NAME'),
    of('a name without end', `${'长'.repeat(200)}.jpg`, 'NAME'),
    of('a type that is not that of the ending', 'photo.jpg', 'MISMATCH', { type: 'text/html' }),
    of('an empty file', 'empty.jpg', 'EMPTY', { bytes: Buffer.alloc(0) }),
    of('a document for a picture', 'report.pdf', 'TYPE', { purpose: 'PICTURE' }),
  ];
};

/** Refused by what is in them. */
async function byTheirContent(): Promise<HostileFile[]> {
  const jpeg = await photo(900, 700);
  const docx = await office();
  const of = (kind: string, name: string, bytes: Buffer | string, problem: FileProblem): HostileFile => ({
    kind,
    name,
    bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes),
    problem,
  });
  const macros = { 'word/vbaProject.bin': 'Attribute VB_Name' };
  const macroType = '<Types><Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  const many = Object.fromEntries(Array.from({ length: 5_100 }, (_, i) => [`word/part${i}.xml`, '']));
  return [
    of('a script for a picture', 'photo.jpg', '#!/bin/sh\nrm -rf /\n', 'MISMATCH'),
    of('a page for a picture', 'photo.png', html, 'MISMATCH'),
    of('a drawing for a picture', 'photo.webp', svg, 'MISMATCH'),
    of('a GIF that is a script', 'photo.jpg', `GIF89a/*${'\0'.repeat(40)}*/=1;alert(1)`, 'MISMATCH'),
    of('a PNG for a JPEG', 'photo.jpg', pngOf(8, 8, 8), 'MISMATCH'),
    of('a single byte', 'photo.jpg', Buffer.from([0xff]), 'MISMATCH'),
    of('a JPEG that breaks off', 'photo.jpg', jpeg.subarray(0, jpeg.length / 2), 'BROKEN'),
    of(
      'a JPEG with a page for its body',
      'photo.jpg',
      Buffer.concat([jpeg.subarray(0, 24), Buffer.from(html.repeat(20))]),
      'BROKEN',
    ),
    of('a PNG that breaks off', 'photo.png', pngOf(800, 800, 20), 'BROKEN'),
    of('a gigapixel in a header', 'photo.png', pngOf(50_000, 50_000, 1), 'TOO_MANY_PIXELS'),
    of('a bomb of a picture', 'photo.png', pngOf(12_000, 8_000, 2_000), 'TOO_MANY_PIXELS'),
    of('noise with the head of a WebP', 'photo.webp', `RIFF\u0010\0\0\0WEBPVP8 ${'x'.repeat(300)}`, 'BROKEN'),
    of('a moving picture', 'photo.webp', await movingWebp(), 'ANIMATED'),
    of('a program for a document', 'plan.docx', `MZ${'\0'.repeat(600)}`, 'MISMATCH'),
    of('a zip bomb', 'plan.docx', await office('docx', { 'word/media/a.bin': bomb }), 'INFLATED'),
    of(
      'a zip bomb that understates itself',
      'plan.docx',
      understated(await office('docx', { 'word/media/a.bin': bomb })),
      'INFLATED',
    ),
    of('a zip of too many parts', 'plan.docx', await office('docx', many), 'INFLATED'),
    of('an encrypted zip', 'plan.docx', locked(docx), 'PROTECTED'),
    of('macros', 'plan.docx', await office('docx', macros), 'ACTIVE'),
    of(
      'macros under another name',
      'plan.docx',
      await zipOf({ '[Content_Types].xml': macroType, 'word/document.xml': '' }),
      'ACTIVE',
    ),
    of('a control that runs', 'plan.xlsx', await office('xlsx', { 'xl/activeX/activeX1.bin': 'x' }), 'ACTIVE'),
    of('a page inside', 'plan.pptx', await office('pptx', { 'ppt/media/x.html': html }), 'ACTIVE'),
    of(
      'a part that climbs',
      'plan.docx',
      renamed(await office('docx', { 'aa/aa/x.xml': 'x' }), 'aa/aa/x.xml', '../../x.xml'),
      'BROKEN',
    ),
    of(
      'two parts of one name',
      'plan.docx',
      renamed(await office('docx', { 'word/documend.xml': 'x' }), 'documend', 'document'),
      'BROKEN',
    ),
    of('a zip of something else', 'plan.docx', await zipOf({ 'run.txt': 'x' }), 'MISMATCH'),
    of('a table for a text', 'plan.docx', await office('xlsx'), 'MISMATCH'),
    of('half a zip', 'plan.docx', docx.subarray(0, docx.length - 60), 'BROKEN'),
    of('a page for a PDF', 'plan.pdf', html, 'MISMATCH'),
    of('a PDF without an end', 'plan.pdf', pdf().subarray(0, 120), 'BROKEN'),
    of('a PDF with a zip behind it', 'plan.pdf', Buffer.concat([pdf(), docx]), 'BROKEN'),
    of(
      'a PDF in the remark of a zip',
      'plan.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), docx, Buffer.from('%%EOF')]),
      'BROKEN',
    ),
    of('a PDF with a script', 'plan.pdf', pdf('3 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj'), 'ACTIVE'),
    of(
      'a PDF with a script, spelled in numbers',
      'plan.pdf',
      pdf('3 0 obj\n<< /S /J#61vaScr#69pt >>\nendobj'),
      'ACTIVE',
    ),
    of('a PDF with a script packed away', 'plan.pdf', pdf(packed('7 0 << /S /JavaScript >>')), 'ACTIVE'),
    of('a PDF that starts a program', 'plan.pdf', pdf('3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'), 'ACTIVE'),
    of('a PDF with a file inside', 'plan.pdf', pdf('3 0 obj\n<< /Type /EmbeddedFile >>\nendobj'), 'ACTIVE'),
    of('a PDF with a password', 'plan.pdf', pdf('', '/Encrypt 9 0 R'), 'PROTECTED'),
    of('a PDF that unpacks without end', 'plan.pdf', pdf(packed(Buffer.alloc(30 * 1024 * 1024))), 'INFLATED'),
  ];
}

let made: Promise<HostileFile[]> | undefined;

/** Of every kind one. */
export const hostileFiles = (): Promise<HostileFile[]> =>
  (made ??= byTheirContent().then((files) => [...byTheirName(), ...files]));

export const typeOf = (file: HostileFile): string => file.type ?? fileTypes[endingOf(file.name) as FileEnding] ?? '';

export const purposeOf = (file: HostileFile): FilePurpose =>
  file.purpose ?? (/^(pdf|docx|xlsx|pptx)$/.test(endingOf(file.name)) ? 'DOCUMENT' : 'PICTURE');
