/// <reference lib="dom" />

/** What a page of renderings did or holds that it must not. Runs in the browser: everything it needs is inside. */
export function findings(): string[] {
  const anywhere = ['lang', 'title', 'class'];
  const tags: Record<string, string[]> = {
    a: ['href', 'rel', 'hreflang', 'id'],
    p: ['id'],
    ol: ['start'],
    pre: ['tabindex'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
  };
  for (const tag of (
    'abbr b blockquote br caption code del div em footer h3 hr i ins li q span strong sub sup table tbody thead' +
    ' tr u ul'
  ).split(' '))
    tags[tag] = [];
  const classes = new Set(['quote', 'poem', 'notes', 'meta', 'host', 'mention', 'note']);
  const href =
    /^(?:https?:\/\/[^\s"<>]+|mailto:[^\s"<>]+|\/thread\/\d+\/posts\/\d+|\/tag\/[\w%.~-]+|#p1-(?:note|ref)-\d+)$/;
  const found: string[] = [];
  // A link that is allowed would lead away from the page; any other one must be left to do its harm.
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (href.test(link?.getAttribute('href') ?? '')) event.preventDefault();
    },
    { capture: true },
  );

  const outside = [...document.body.children].filter((child) => !child.matches('article[data-id]'));
  found.push(...outside.map((child) => `outside: ${child.outerHTML.slice(0, 200)}`));
  for (const article of document.querySelectorAll('body > article')) {
    const say = (what: string): number => found.push(`${article.getAttribute('data-id')}: ${what}`);
    for (const element of article.querySelectorAll('*')) {
      const allowed = tags[element.localName];
      if (allowed === undefined) say(`tag ${element.outerHTML.slice(0, 200)}`);
      for (const { name, value } of element.attributes) {
        if (!allowed?.includes(name) && !anywhere.includes(name)) say(`attribute ${name}`);
        if (name === 'class' && !classes.has(value)) say(`class ${value}`);
        if (name === 'href' && !href.test(value)) say(`address ${value}`);
        if (name === 'id' && !/^p1-(?:note|ref)-\d+$/.test(value)) say(`id ${value}`);
      }
      for (const event of ['mouseover', 'focus', 'click'])
        element.dispatchEvent(new MouseEvent(event, { cancelable: true }));
    }
    const once = article.innerHTML;
    const copy = document.createElement('article');
    copy.innerHTML = once;
    const twice = copy.innerHTML;
    copy.innerHTML = twice;
    if (once !== twice || copy.innerHTML !== twice) say('changes when it is parsed again');
  }
  return found.concat((window as unknown as { hits: string[] }).hits.map((hit) => `executed: ${hit}`));
}

/** Put into the page before anything of it runs: what the payloads call says so. */
export function setTrap(): void {
  const hits: string[] = [];
  const caught = (name: string) => (): boolean => hits.push(name) > 0;
  Object.assign(window, {
    hits,
    alert: caught('alert'),
    prompt: caught('prompt'),
    confirm: caught('confirm'),
    print: caught('print'),
  });
  Object.assign(window, { open: caught('open'), postMessage: caught('postMessage') });
}
