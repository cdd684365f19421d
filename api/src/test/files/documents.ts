import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';

type Parts = Record<string, string | Buffer>;

export async function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { compress: content.length > 0 });
  zip.end();
  return await buffer(zip.outputStream);
}

const mainParts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' };

/** A document with all that the programs ask for, and what a test adds. */
export const office = (kind: keyof typeof mainParts = 'docx', more: Parts = {}): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': '<Relationships/>',
    [mainParts[kind]]: `<document>${'银龄守护 '.repeat(200)}</document>`,
    ...more,
  });

const local = Buffer.from('PK\x03\x04', 'latin1');
const central = Buffer.from('PK\x01\x02', 'latin1');

/** Changes the headers of every part: `at` in the local one (six bytes later in the directory's, sizes eight). */
function patched(zip: Buffer, change: (header: Buffer, isCentral: boolean) => void): Buffer {
  const copy = Buffer.from(zip);
  for (const [mark, isCentral] of [
    [local, false],
    [central, true],
  ] as const) {
    for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 4)) change(copy.subarray(at), isCentral);
  }
  return copy;
}

/** As if all of it asked for a password. */
export const locked = (zip: Buffer): Buffer =>
  patched(zip, (header, isCentral) => {
    const at = isCentral ? 8 : 6;
    header.writeUInt16LE(header.readUInt16LE(at) | 1, at);
  });

/** Tells that every part is small, whatever it unpacks to. */
export const understated = (zip: Buffer): Buffer =>
  patched(zip, (header, isCentral) => {
    const at = isCentral ? 24 : 22;
    if (header.readUInt32LE(at) > 100_000) header.writeUInt32LE(100_000, at);
  });

/** With a name that the writer would not have taken; of the same length. */
export const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

/** A page with nothing on it, and what a test adds to its objects. */
export const pdf = (objects = '', trailer = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${objects}\ntrailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );

/** Objects packed away where a plain look does not see them. */
export const packed = (objects: string | Buffer, type = '/ObjStm'): string =>
  `5 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${deflateSync(objects).toString('latin1')}\nendstream\nendobj`;
