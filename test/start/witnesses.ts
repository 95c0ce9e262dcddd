import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Browsing } from '../browsing.js';

/** Witnesses ask faster than people. */
export const WIDE = Object.fromEntries(['SEND', 'READ', 'ACT'].map((name) => [`LIMIT_${name}`, '1000000/60']));

/** What people saw while something happened to the database. */
export interface Seen {
  /** Answers to a page that is kept, other than 200. */
  kept: string[];
  keptAnswers: number;
  /** Answers to pages and forms that need the database: neither well nor a 503 that says when to come back. */
  odd: string[];
  away: number;
  /** Texts that were thanked for. */
  thanked: string[];
  /** Texts that were given back, with the form to send again. */
  givenBack: { text: string; key: string }[];
  /** The longest that anybody waited, in milliseconds. */
  slowest: number;
  /** The same for the kept page. */
  slowestKept: number;
}

const PACE = 40;

/**
 * Somebody who reads a kept page, somebody who reads another, somebody who writes, each as soon as the last answer is
 * there.
 */
export class Witnesses {
  readonly seen: Seen = {
    kept: [],
    keptAnswers: 0,
    odd: [],
    away: 0,
    thanked: [],
    givenBack: [],
    slowest: 0,
    slowestKept: 0,
  };
  private going = true;
  private readonly all: Promise<void>[];
  private readonly browsing: Browsing;

  constructor(
    address: string,
    private readonly category: string,
    private readonly kept = '/',
  ) {
    this.browsing = new Browsing(address);
    this.all = [
      this.repeat(() => this.readKept()),
      this.repeat(() => this.readOther()),
      this.repeat(() => this.write()),
      this.repeat(() => this.write()),
    ];
  }

  async leave(): Promise<Seen> {
    this.going = false;
    await Promise.all(this.all);
    return this.seen;
  }

  private async repeat(work: () => Promise<void>): Promise<void> {
    while (this.going) {
      const begun = performance.now();
      await work().catch(
        (error: unknown) => void this.seen.odd.push(String(error instanceof Error ? (error.cause ?? error) : error)),
      );
      this.seen.slowest = Math.max(this.seen.slowest, performance.now() - begun);
      await pause(PACE);
    }
  }

  private async readKept(): Promise<void> {
    const begun = performance.now();
    const { status } = await this.browsing.get(this.kept);
    this.seen.slowestKept = Math.max(this.seen.slowestKept, performance.now() - begun);
    this.seen.keptAnswers++;
    if (status !== 200) this.seen.kept.push(String(status));
  }

  /** A way of writing an address that no page is kept for. */
  private async readOther(): Promise<void> {
    const { status, headers } = await this.browsing.get(`/follow/${randomBytes(16).toString('hex')}`);
    this.judge(status, headers, [404], 'reading');
  }

  private async write(): Promise<void> {
    const [text, key] = [
      `Relevé ${randomBytes(8).toString('hex')}, à l’angle.`,
      randomBytes(18).toString('base64url'),
    ];
    const fields = { title: 'Relevé du jour', text, name: '', email: '', key, action: 'send' };
    const answer = await this.browsing.post(`${this.category}/threads`, fields);
    const { status, headers } = answer;
    if (status === 303) return void this.seen.thanked.push(text);
    if (!this.judge(status, headers, [], 'writing')) return;
    const page = answer.html();
    const back = page.querySelector('textarea')?.textContent.trim();
    const keyBack = page.querySelector('[name="key"]')?.getAttribute('value');
    if (back === text && keyBack === key) this.seen.givenBack.push({ text, key });
    else this.seen.odd.push(`writing: back came ${back} with ${keyBack}`);
  }

  private judge(status: number, headers: Headers, well: number[], what: string): boolean {
    const isAway = status === 503 && headers.get('retry-after') !== null;
    if (isAway) this.seen.away++;
    else if (!well.includes(status)) this.seen.odd.push(`${what}: ${status}`);
    return isAway;
  }
}

/** Sends again what was given back, with the key that came with it. @returns the statuses */
export async function sendAgain(address: string, category: string, { givenBack }: Seen): Promise<number[]> {
  const browsing = new Browsing(address);
  const statuses: number[] = [];
  for (const { text, key } of givenBack)
    statuses.push(
      (
        await browsing.post(`${category}/threads`, {
          title: 'Relevé du jour',
          text,
          name: '',
          email: '',
          key,
          action: 'send',
        })
      ).status,
    );
  return statuses;
}
