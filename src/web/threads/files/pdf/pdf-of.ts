import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Book } from '../book.js';
import { linkIn } from '../links.js';
import { type Fonts, loadFonts } from './fonts.js';
import { TEMPLATE } from './template.js';
import { type Leaf, treeOf } from './tree-of.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** How many later files may still use what was worked out for one before it is forgotten. */
const KEPT_FOR = 2;
/** Letters after which a word without a break gets one: it would run out of the page. */
const LONG = /[^\s\u00A0\u202F\u200B-]{30}(?=[^\s\u00A0\u202F\u200B-])/g;

let kept: { compiler: NodeCompiler; fonts: Fonts } | null = null;

/**
 * The thread as a PDF: tagged, with a bookmark for each post, in our fonts. The same book gives the same bytes: the one
 * date in it is the thread's.
 */
export function pdfOf(book: Book): Buffer {
  kept ??= made();
  const { compiler, fonts } = kept;
  compiler.mapShadow(join(HERE, 'book.json'), Buffer.from(JSON.stringify(dataOf(book, fonts))));
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, resetRead: true });
  const { result } = compiled;
  if (result === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  const pdf = written(compiler, result);
  compiler.evictCache(KEPT_FOR);
  return pdf;
}

function made(): NonNullable<typeof kept> {
  const fonts = loadFonts();
  return { compiler: NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontBlobs: fonts.files }] }), fonts };
}

/**
 * By the standard for everybody's eyes and ears. Where the text itself breaks a rule of that standard (a table that
 * nobody could read aloud), still with its tags.
 */
function written(compiler: NodeCompiler, document: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(document);
  }
}

/** What the template reads, with all its words drawable. */
function dataOf(book: Book, { drawable }: Fonts): object {
  const link = linkIn(book, new Set(book.chapters.map(({ number }) => number)));
  const words = (text: string): string => drawable(text.replaceAll(/[ \t\r\n]+/g, ' '));
  const leaf = (node: Leaf, isCode = false): Leaf => {
    if (typeof node === 'string') return isCode ? drawable(node) : words(node).replaceAll(LONG, '$&\u200B');
    const inCode = isCode || node.t === 'pre';
    return { ...node, c: node.c.map((child) => leaf(child, inCode)) };
  };
  const { language, address, began, facts, reserved, chapters } = book;
  return {
    language,
    address,
    began: began.slice(0, 10),
    forum: words(book.forum),
    title: words(book.title),
    facts: facts.map(words),
    reserved: reserved === null ? null : words(reserved),
    words: { page: words(book.words.page) },
    posts: chapters.map(({ number, label, name, line, answers, html, gone }) => ({
      number,
      label: words(label),
      name: words(name),
      line: words(line),
      answers: answers === null ? null : { t: 'a', c: [words(answers.words)], ...link(answers.to) },
      gone: gone === null ? null : words(gone),
      text: treeOf(html, link).map((node) => leaf(node)),
    })),
  };
}
