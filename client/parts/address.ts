/** The addresses of the public pages, written once. */
export function threadAddress(thread: { id: number; slug: string }, page = 1): string {
  const path = `/thread/${thread.id}/${thread.slug}`;
  return page === 1 ? path : `${path}?page=${page}`;
}

export function postAddress(thread: number, number: number): string {
  return `/thread/${thread}/posts/${number}`;
}

export function categoryAddress(category: { slug: string }): string {
  return `/category/${category.slug}`;
}

/** What moderators know of a member. */
export function recordAddress(member: { name: string }): string {
  return `/desk/members/${encodeURIComponent(member.name)}`;
}

/** The public page of a member. */
export function userAddress(member: { name: string }): string {
  return `/user/${encodeURIComponent(member.name)}`;
}

/** The own page of an article's section. */
export function sectionAddress({ site, identifier }: { site: string; identifier: string }): string {
  return `/articles/${site}/${encodeURIComponent(identifier)}`;
}
