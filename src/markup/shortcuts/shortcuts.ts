import type { MarkdownIt } from 'markdown-it';
import { blocks } from './blocks.js';
import { braces } from './braces.js';
import { codeTag } from './code-tag.js';
import { footnote, notesAtEnd } from './footnote.js';
import { glossary } from './glossary.js';
import { lineBreak } from './line-break.js';
import { pairUp } from './pairing.js';
import { spipLink } from './spip-link.js';
import { spipList } from './spip-list.js';
import { table } from './table.js';
import { tags } from './tags.js';

/**
 * The SPIP shortcuts as a plugin of markdown-it. Where both claim a sign, docs/decisions/0001-markup.md says who wins.
 */
export function shortcuts(md: MarkdownIt): void {
  md.core.ruler.at('block', blocks);
  md.core.ruler.after('inline', 'notes', notesAtEnd);
  md.block.ruler.at('table', table, { alt: ['paragraph'] });
  md.block.ruler.before('list', 'spip_list', spipList, { alt: ['paragraph'] });
  md.inline.ruler.before('newline', 'spip_line_break', lineBreak);
  md.inline.ruler.before('emphasis', 'braces', braces);
  md.inline.ruler.before('link', 'footnote', footnote);
  md.inline.ruler.before('link', 'glossary', glossary);
  md.inline.ruler.before('link', 'spip_link', spipLink);
  md.inline.ruler.before('autolink', 'code_tag', codeTag);
  md.inline.ruler.before('autolink', 'tags', tags);
  md.inline.ruler2.after('emphasis', 'pairs', pairUp);
}
