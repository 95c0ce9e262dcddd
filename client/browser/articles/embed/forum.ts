/** Taken while the script loads, so that later changes of the page's globals have no effect here. */
const ask = window.fetch.bind(window);

// Taken from the prototype, because an image or a form of the page that is named like a method of `document` would hide
// that method.
export const make = Document.prototype.createElement.bind(document);
const bringNode = Document.prototype.importNode.bind(document);

/** A node of a fragment, ready to stand in this page. */
export function bring<N extends Node>(node: N): N {
  return bringNode(node, true);
}

/** The forum that this script came from: no attribute of the page can send readers' texts elsewhere. */
export const FORUM = new URL(import.meta.url).origin;

interface HtmlPolicy {
  createHTML(html: string): string;
}
type PolicyWindow = Window & { trustedTypes?: { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy } };

// Where the page enforces Trusted Types it has to allow this one name: docs/embed says so.
const policy = (window as PolicyWindow).trustedTypes?.createPolicy('palabre-comments', { createHTML: (html) => html });

/** A fragment of the forum as a document of its own: nothing in it loads or runs. */
export function readHtml(html: string): Document {
  return new DOMParser().parseFromString((policy?.createHTML(html) ?? html) as string, 'text/html');
}

/**
 * Asks the forum, never with a cookie: a page elsewhere sees and does what a guest may. Paths that lead to another host
 * are not asked.
 */
export function askForum(path: string, options: RequestInit = {}): Promise<Response> {
  const address = new URL(path, FORUM);
  if (address.origin !== FORUM) throw new TypeError('not an address of the forum');
  return ask(address.href, { ...options, mode: 'cors', credentials: 'omit', referrerPolicy: 'strict-origin' });
}
