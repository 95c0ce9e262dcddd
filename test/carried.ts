import { inflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What another program reads in a PDF of ours. */
export interface PdfFacts {
  /** The text of each page, one line after the other, with the words whole that were broken at the end of a line. */
  pages: string[];
  /** The titles of the bookmarks, in their order. */
  bookmarks: string[];
  /** The roles of all tags. */
  roles: Set<string>;
  lang: string | null;
  links: string[];
  /** Everything that a program could be made to do by opening it. */
  scripts: unknown[];
  info: Record<string, unknown>;
}

interface Tag {
  role?: string;
  lang?: string;
  children?: Tag[];
}

export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const facts: PdfFacts = {
    pages: [],
    bookmarks: [],
    roles: new Set(),
    lang: null,
    links: [],
    scripts: [],
    info: {},
  };
  const { info } = await document.getMetadata();
  facts.info = { ...info };
  facts.lang = typeof facts.info['Language'] === 'string' ? facts.info['Language'] : null;
  facts.bookmarks = ((await document.getOutline()) ?? []).map(({ title }) => title.replaceAll(/\s+/g, ' '));
  facts.scripts = [
    await document.getJSActions(),
    await document.getOpenAction(),
    await document.getAttachments(),
  ].filter((found) => found !== null);
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    facts.pages.push(
      text
        .normalize('NFC')
        .replaceAll(/[\u00AD-]\n/g, '')
        .replaceAll('\u200B', ''),
    );
    walk((await page.getStructTree()) as Tag | null, facts.roles);
    const notes = (await page.getAnnotations()) as { subtype: string; url?: string; unsafeUrl?: string }[];
    facts.links.push(...notes.flatMap(({ unsafeUrl }) => unsafeUrl ?? []));
    if (await page.getJSActions()) facts.scripts.push('of a page');
  }
  await task.destroy();
  return facts;
}

function walk(tag: Tag | null, roles: Set<string>): void {
  if (tag === null) return;
  if (tag.role !== undefined) roles.add(tag.role);
  for (const child of tag.children ?? []) walk(child, roles);
}

/** Each file of a zip by its path, as text: by its list at the end, which is what readers go by. */
export function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((by) => zip.readUInt16LE(at + by)) as [number, number, number];
    const [method, length, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + length);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), String(method === 0 ? bytes : inflateRawSync(bytes)));
    at += 46 + name + extra + comment;
  }
  return files;
}
