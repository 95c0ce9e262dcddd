/**
 * A link from the time before the messages moved here names one by its old anchor, which the server never sees: what
 * stands on another page is asked for.
 */
export function startOldAnchors(): void {
  follow();
  addEventListener('hashchange', follow);
}

function follow(): void {
  const anchor = location.hash.slice(1);
  const thread = document.querySelector<HTMLElement>('ol.posts[data-thread]')?.dataset.thread;
  if (thread === undefined || !/^forum\d{1,12}$/.test(anchor) || document.getElementById(anchor) !== null) return;
  const address = `/thread/${thread}/anchors/${anchor}`;
  const lead = (answer: Response): void => {
    // A message that did not come along leaves the reader where they are.
    if (answer.type === 'opaqueredirect') location.replace(address);
  };
  fetch(address, { redirect: 'manual' }).then(lead, () => undefined);
}
