/**
 * Old links to imported messages name a message by the anchor (`#forum123`) that it had on its former site. Browsers
 * never send an anchor to the server, so when the message is not on this page, this script asks the server for its
 * address.
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
    // For a message that was not imported, the reader stays on this page.
    if (answer.type === 'opaqueredirect') location.replace(address);
  };
  fetch(address, { redirect: 'manual' }).then(lead, () => undefined);
}
