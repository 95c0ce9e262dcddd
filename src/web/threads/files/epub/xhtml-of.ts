import { type ChildNode, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';

// What XML cannot hold, though HTML can.
const UNHELD = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const KEPT = new Set(['class', 'colspan', 'id', 'lang', 'rowspan', 'scope', 'start', 'title']);
const EMPTY = new Set(['br', 'hr']);
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As the text of an element, or as an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(UNHELD, '').replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The HTML of a post as XML, with its links by `href`. */
export function xhtmlOf(html: string, href: (address: string) => string): string {
  const all = (nodes: readonly ChildNode[]): string => nodes.map(one).join('');

  function one(node: ChildNode): string {
    if (isText(node)) return escaped(node.data);
    if (!isTag(node)) return '';
    const attributes = Object.entries(node.attribs).flatMap(([name, value]) => {
      if (name === 'href') return [`href="${escaped(href(value))}"`];
      if (name === 'lang') return [`lang="${escaped(value)}" xml:lang="${escaped(value)}"`];
      return KEPT.has(name) ? [`${name}="${escaped(value)}"`] : [];
    });
    const opening = [node.name, ...attributes].join(' ');
    return EMPTY.has(node.name) ? `<${opening}/>` : `<${opening}>${all(node.children)}</${node.name}>`;
  }

  return all(parseDocument(html).children);
}
