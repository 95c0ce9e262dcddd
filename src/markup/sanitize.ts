import sanitizeHtml from 'sanitize-html';

/** Where a link may lead: elsewhere, a mail address, a post, a document or a page of it, a tag, a note of the text. */
const LEADS = [
  /https?:\/\//,
  /mailto:/,
  /\/thread\/\d+\/posts\/\d+$/,
  /\/document\/[\da-f-]{36}\/[\w-]+(?:\?page=\d+)?$/,
  /\/tag\/[\w%.~-]+$/,
  /#(?:note|ref)-\d+$/,
];
const HREF = new RegExp(`^(?:${LEADS.map(({ source }) => source).join('|')})`);
const ID = /^(?:note|ref)-\d+$/;
const COUNT = /^\d{1,3}$/;

const SHAPES: Record<string, RegExp> = { href: HREF, id: ID, colspan: COUNT, rowspan: COUNT, start: COUNT };

function keepShape(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const kept = Object.entries(attribs).filter(([name, value]) => SHAPES[name]?.test(value) ?? true);
  return { tagName, attribs: Object.fromEntries(kept) };
}

const INLINE = ['a', 'abbr', 'b', 'br', 'code', 'del', 'em', 'i', 'ins', 'q', 'span', 'strong', 'sub', 'sup', 'u'];
const BLOCK = ['blockquote', 'div', 'footer', 'h3', 'hr', 'li', 'ol', 'p', 'pre', 'ul'];
const TABLE = ['caption', 'table', 'tbody', 'td', 'th', 'thead', 'tr'];

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [...INLINE, ...BLOCK, ...TABLE],
  allowedAttributes: {
    '*': ['lang', 'title'],
    a: ['href', 'hreflang', 'id', { name: 'rel', values: ['nofollow ugc noreferrer'] }],
    ol: ['start'],
    p: ['id'],
    pre: [{ name: 'tabindex', values: ['0'] }],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', { name: 'scope', values: ['col'] }],
  },
  allowedClasses: {
    blockquote: ['quote', 'poem'],
    div: ['notes'],
    footer: ['meta'],
    span: ['host', 'mention'],
    sup: ['note'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { a: keepShape, ol: keepShape, p: keepShape, td: keepShape, th: keepShape },
  nestingLimit: 100,
};

/**
 * The last string step of every rendering: nothing may be built from its answer but by cutting it at its tags.
 *
 * What comes in is already made of our own tokens, so that this wall should never find anything to take out.
 */
export function sanitize(html: string): string {
  return sanitizeHtml(html, ALLOWED);
}
