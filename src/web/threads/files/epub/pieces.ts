import type { Book, Chapter } from '../book.js';
import { escaped } from './xhtml-of.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

export const CONTAINER = `${XML}
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
`;

/** The reader's own letters and colours; only what belongs together is shown together. */
export const STYLE = `
section { margin-block: 2em }
h1, h2 { hyphens: none; text-align: start }
h2 { font-size: 1.1em; margin-block-end: 0; break-after: avoid }
.number { font-weight: normal; opacity: .75 }
.meta { font-size: .85em; opacity: .75; margin-block-start: 0; text-align: start }
.reserved { font-size: .85em; font-weight: bold; text-align: center }
blockquote { margin-inline: 1em 0; padding-inline-start: 1em; border-inline-start: 2px solid #888 }
blockquote.poem { border: 0 }
pre { white-space: pre-wrap }
table { border-collapse: collapse }
th, td { border: 1px solid #888; padding: .2em .5em; text-align: start }
.notes { font-size: .9em }
`;

/** A page of the book, which says on top where not everyone may read it. */
export function documentOf(book: Book, body: string): string {
  return whole(book, book.title, `${reservedOf(book)}${body}`);
}

export function navigationOf(book: Book, entry: (chapter: Chapter) => string): string {
  const lines = book.chapters.map(
    (chapter) =>
      `<li><a href="${entry(chapter)}">${escaped(`${chapter.label}, ${chapter.name}, ${chapter.line}`)}</a></li>`,
  );
  const title = `<h1>${escaped(book.words.contents)}</h1>`;
  const list = `<nav epub:type="toc" id="toc">${title}<ol>\n${lines.join('\n')}\n</ol></nav>`;
  return whole(book, book.words.contents, `${reservedOf(book)}${list}`);
}

/** Title, forum and the dates of the thread; of people nothing. */
export function packageOf(book: Book, pages: readonly { name: string }[]): string {
  const ids = pages.map(({ name }) => ({ id: name.replace('.xhtml', ''), name }));
  const rights = book.reserved === null ? '' : `<dc:rights>${escaped(book.reserved)}</dc:rights>`;
  return `${XML}
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escaped(book.address)}</dc:identifier>
<dc:title>${escaped(book.title)}</dc:title>
<dc:language>${book.language}</dc:language>
<dc:publisher>${escaped(book.forum)}</dc:publisher>
<dc:date>${book.began.slice(0, 10)}</dc:date>
${rights}<meta property="dcterms:modified">${book.changed.slice(0, 19)}Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${ids.map(({ id, name }) => `<item id="${id}" href="${name}" media-type="application/xhtml+xml"/>`).join('\n')}
</manifest>
<spine>
${ids.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

function reservedOf({ reserved }: Book): string {
  return reserved === null ? '' : `<p class="reserved">${escaped(reserved)}</p>\n`;
}

function whole({ language }: Book, title: string, body: string): string {
  return `${XML}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  lang="${language}" xml:lang="${language}">
<head><meta charset="UTF-8"/><title>${escaped(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}
