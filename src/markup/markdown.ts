import MarkdownIt from 'markdown-it';
import { linkTarget } from './link-target.js';

const md = new MarkdownIt({ html: false, breaks: true, linkify: true });

md.disable(['code', 'reference', 'lheading', 'image']);
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
md.linkify.add('ftp:', null).add('//', null).add('mailto:', null);
md.normalizeLink = (address) => linkTarget(address)?.href ?? address;
md.validateLink = (address) => linkTarget(address) !== null;

/** The parser: Markdown as this forum reads it, and the SPIP shortcuts. */
export const markdown = md;
