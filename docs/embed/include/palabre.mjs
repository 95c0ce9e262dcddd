import { createHmac } from 'node:crypto';

/** The address of an article's section as a fragment. The key stays on the server. */
export function palabreAddress({ forum, key, site, article, title, url }) {
  const signature = createHmac('sha256', key).update([site, article, title, url].join('\n')).digest('hex');
  const query = new URLSearchParams({ title, url, signature });
  return `${forum}/articles/${site}/${encodeURIComponent(article)}/comments.html?${query}`;
}

/** The fragment, or a plain link when the forum does not answer within two seconds. */
export async function palabreSection(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(2000) }).catch(() => null);
  if (answer !== null) return answer.text();
  return `<p><a href="${address.replace('/comments.html?', '?').replaceAll('&', '&amp;')}">Répondre à cet article</a></p>`;
}
