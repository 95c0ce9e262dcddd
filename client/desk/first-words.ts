/** As much of a text as can be judged at a glance: what is longer is read in hand. */
const ROOM = 170;
/** What ends a line of its own; emphasis and links stand within one. */
const BETWEEN = /<\/?(?:p|br|[uo]l|li|blockquote|pre|h\d|hr|table|t[rdh]|div)\b[^>]*>/g;

/**
 * The beginning of a text that was made safe by src/markup, as HTML again. Without its tags whatever is cut is still
 * safe, and nothing has to be parsed for fifty cards.
 */
export function firstWords(html: string): string {
  if (html.length <= ROOM) return html;
  const words = html
    .replace(BETWEEN, ' ')
    .replace(/<[^>]*>/g, '')
    // The spaces that French puts before its signs stay as they are.
    .replace(/[ \n]+/g, ' ')
    .replaceAll('<', '&lt;')
    .trim();
  if (words.length <= ROOM) return `<p>${words}</p>`;
  const start = words.slice(0, ROOM);
  const edge = start.lastIndexOf(' ');
  const cut = edge > ROOM / 2 ? start.slice(0, edge) : start;
  // Half an entity would be shown as it is written.
  return `<p>${cut.replace(/&[^;]*$/, '')} …</p>`;
}
