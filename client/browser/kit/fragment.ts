interface HtmlPolicy {
  createHTML(html: string): string;
}
interface PolicyMaker {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

// Where the browser enforces Trusted Types, this is the only place where a string becomes elements.
const maker = (window as Window & { trustedTypes?: PolicyMaker }).trustedTypes;
const policy = maker?.createPolicy('palabre', { createHTML: (html) => html });

/** A whole page or a fragment of our own server, as a document of its own: nothing in it loads or runs. */
export function readHtml(html: string): Document {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}

/** The first element of a fragment, ready to stand in this page; null for an empty one. */
export function readElement(html: string): HTMLElement | null {
  const first = readHtml(html).body.firstElementChild;
  return first === null ? null : document.importNode(first as HTMLElement, true);
}

/** Asks our own server for a page as it is now; throws when it does not answer 200. */
export async function fetchPage(address: string): Promise<{ page: Document; next: string | null; moved: boolean }> {
  const answer = await fetch(address, {
    credentials: 'same-origin',
    // `no-cache` asks whether the page that the browser has is still the same: if so, a line comes back instead of the
    // whole page.
    cache: 'no-cache',
    headers: { accept: 'text/html' },
  });
  if (!answer.ok) throw new PageRefused(answer.status);
  const next = /<([^>]+)>\s*;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '');
  return { page: readHtml(await answer.text()), next: next?.[1] ?? null, moved: answer.headers.has('palabre-moved') };
}

/** Thrown when the server answered, but not with the page. */
export class PageRefused extends Error {
  constructor(readonly status: number) {
    super(`answered ${status}`);
  }
}
