import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import { addresses } from './addresses.js';
import { rendererRules } from './renderer-rules.js';
import { boundedLink } from './rules/bounded-link.js';
import { heading } from './rules/heading.js';
import { hosts } from './rules/hosts.js';
import { names } from './rules/names.js';
import { imagesAsLinks } from './rules/images-as-links.js';
import { listUnless } from './rules/markdown-list.js';
import { ruleNamed, type BlockRule, type InlineRule } from './rules/rule-named.js';
import { ruledLine } from './rules/ruled-line.js';
import { typography } from './rules/typography.js';
import { wellFormed } from './rules/well-formed.js';
import { shortcuts } from './shortcuts/shortcuts.js';

/** Markdown as people type it in a message: what it would read otherwise than they mean is left out or narrowed. */
function narrowed(md: Parser): void {
  // Quotes are read by the cutter, which knows SPIP's too; definitions would vanish from the text.
  md.disable([
    'code',
    'reference',
    'lheading',
    'html_block',
    'html_inline',
    'image',
    'blockquote',
    'replacements',
    'smartquotes',
  ]);
  const list = ruleNamed<BlockRule>(md.block.ruler, 'list');
  const emphasis = ruleNamed<InlineRule>(md.inline.ruler, 'emphasis');
  const link = ruleNamed<InlineRule>(md.inline.ruler, 'link');
  md.inline.ruler.at('link', boundedLink(link));
  md.block.ruler.at('list', listUnless(list), { alt: ['paragraph'] });
  md.block.ruler.at('hr', ruledLine, { alt: ['paragraph', 'list'] });
  md.block.ruler.at('heading', heading, { alt: ['paragraph'] });
  // snake_case and __init__ are names, and a line that starts with `_ ` is a line break of SPIP's.
  md.inline.ruler.at('emphasis', (state, silent) => state.src[state.pos] !== '_' && emphasis(state, silent));
}

function parser(): Parser {
  const md = new MarkdownIt({ html: false, breaks: true, linkify: true });
  md.use(addresses).use(rendererRules).use(narrowed).use(shortcuts);
  md.core.ruler.after('normalize', 'well_formed', wellFormed);
  md.core.ruler.before('linkify', 'images_as_links', imagesAsLinks);
  md.core.ruler.push('hosts', hosts);
  md.core.ruler.push('names', names);
  md.core.ruler.push('typography', typography);
  return md;
}

/** The parser: Markdown as this forum reads it, and the SPIP shortcuts. */
export const markdown = parser();

/** Paragraphs and line breaks, nothing else. */
export const plain: Parser = new MarkdownIt('zero', { breaks: true });
plain.enable('newline');
plain.core.ruler.after('normalize', 'well_formed', wellFormed);
