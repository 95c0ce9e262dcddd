import { askForum, FORUM, make } from './forum.ts';

/**
 * Gives a shadow root its style sheet. One that is made by script is no inline style: it needs no permission of the
 * page's Content-Security-Policy beyond the one to ask the forum. Older browsers load it by a link.
 */
export async function wear(root: ShadowRoot, address: string | undefined): Promise<void> {
  if (address === undefined || dressed.has(root)) return;
  dressed.add(root);
  if (!('adoptedStyleSheets' in Document.prototype)) return link(root, address);
  const text = await askForum(address).then(
    (answer) => (answer.ok ? answer.text() : ''),
    () => '',
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const dressed = new WeakSet<ShadowRoot>();

function link(root: ShadowRoot, address: string): void {
  const element = make('link');
  element.rel = 'stylesheet';
  element.href = new URL(address, FORUM).href;
  root.prepend(element);
}
