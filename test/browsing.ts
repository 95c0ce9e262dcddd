import { type HTMLElement, parse } from 'node-html-parser';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Where a redirection leads, as written. */
  location: string | null;
  html(): HTMLElement;
}

/** One person's browser without scripts: follows no redirection, keeps cookies, sends Origin with what changes something. */
export class Browsing {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string, cookie: string | null = null) {
    if (cookie !== null) this.keep(cookie);
  }

  /** As the header that a browser would send; empty without any. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, { method: 'GET', headers });
  }

  /** A form, as HTML sends it. */
  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', headers: { origin: this.url, ...headers }, body: new URLSearchParams(fields) });
  }

  private async ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const headers = this.cookies.size === 0 ? init.headers : { cookie: this.cookie, ...init.headers };
    const answer = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, location: answer.headers.get('location'), html: () => parse(text) };
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
