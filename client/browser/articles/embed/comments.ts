import { CommentsElement } from './comments-element.ts';

/**
 * What a page elsewhere loads to show its article's comments: `<palabre-comments site="…" article="…">`. It holds no
 * words and imports nothing at run time but the live part, whose address the section carries.
 */
// A page may place the script twice.
if (customElements.get('palabre-comments') === undefined) customElements.define('palabre-comments', CommentsElement);
