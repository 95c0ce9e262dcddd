import { type HTMLElement, parse } from 'node-html-parser';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Where a redirection leads, as written. */
  location: string | null;
  html(): HTMLElement;
}

/** Fields of a form; one that repeats is a list. */
export type Sent = Readonly<Record<string, string | readonly string[]>>;

/**
 * One person's browser without scripts: follows no redirection, keeps cookies, sends Origin with what changes
 * something.
 */
export class Browsing {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(
    private readonly url: string,
    cookie: string | null = null,
  ) {
    if (cookie !== null) this.keep(cookie);
  }

  /** As the header that a browser would send with most pages; empty without any. */
  get cookie(): string {
    return this.cookieFor('/');
  }

  private cookieFor(address: string): string {
    return [...this.cookies]
      .filter(([, { path }]) => address.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, { method: 'GET', headers });
  }

  /** A form, as HTML sends it. */
  post(path: string, fields: Sent = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, {
      method: 'POST',
      headers: { origin: this.url, ...headers },
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
      ),
    });
  }

  /** A form with files, as HTML sends it: they come last. */
  send(
    path: string,
    fields: Sent = {},
    files: readonly { name: string; bytes: Uint8Array | string }[] = [],
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
    for (const { name, bytes } of files) form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
    return this.ask(path, { method: 'POST', headers: { origin: this.url, ...headers }, body: form });
  }

  private async ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookies = this.cookieFor(path);
    const headers = cookies === '' ? init.headers : { cookie: cookies, ...init.headers };
    const answer = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      location: answer.headers.get('location'),
      html: () => parse(text),
    };
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, { value, path: /;\s*path=([^;]+)/i.exec(cookie)?.[1] ?? '/' });
  }
}
