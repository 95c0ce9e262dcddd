import { parse, HTMLElement, type Node } from 'node-html-parser';

// The page has the h1 and h2 of its own, so that SPIP's first heading level is our third.
const SAME: Record<string, string> = { em: 'i', strong: 'b', h2: 'h3' };
const BLOCK = 'blockquote|br|caption|div|footer|h3|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul';
const AROUND_BLOCKS = new RegExp(` ?(</?(?:${BLOCK})>) ?`, 'g');

function draw(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.text;
  const tag = node.rawTagName?.toLowerCase() ?? '';
  if (tag === 'span' && node.classList.contains('host')) return '';
  const inside = node.childNodes.map(draw).join('');
  if (tag === '') return inside;
  const name = SAME[tag] ?? tag;
  return `<${name}>${inside}</${name}>`;
}

/** The tags and the text of some HTML, without attributes, hosts and differences of white space. */
export function structure(html: string): string {
  const drawn = draw(parse(html.replace(/ <span class="host">/g, '<span class="host">')));
  return drawn
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(AROUND_BLOCKS, '$1')
    .trim();
}
