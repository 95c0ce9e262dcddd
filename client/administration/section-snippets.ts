/**
 * The lines of HTML that a page elsewhere needs to show a section, to be copied. `section` is the section's own
 * address.
 */
export function sectionSnippets(
  forum: string,
  site: string,
  identifier: string,
  words: string,
): { element: string; include: string; link: string } {
  const section = `${forum}/articles/${site}/${encodeURIComponent(identifier)}`;
  const link = `<a href="${section}">${words}</a>`;
  const element = [
    `<script type="module" src="${forum}/embed/comments.js"></script>`,
    `<palabre-comments site="${site}" article="${identifier}">`,
    `  ${link}`,
    '</palabre-comments>',
  ].join('\n');
  return { element, include: `${section}/comments.html`, link };
}
