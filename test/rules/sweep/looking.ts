import { everyRow } from '../../rows-with.js';
import { AskedAlike } from './asked-alike.js';
import { addressesOf, type Known } from './addresses.js';
import { Canaries } from './canaries.js';
import type { Forum } from './forum.js';
import type { Name } from './house.js';
import { type Answer, type Ask, ask } from './http.js';
import { NobodysIds } from './nobodys-ids.js';
import { WorthAsking } from './worth-asking.js';

/** What the tests ask of an answer; the answer itself is not kept, for there are tens of thousands. */
export interface Seen {
  what: string;
  /** What begins in it as planted words do. */
  begun: string[];
  /** Where the forum without canaries answers otherwise. */
  unlike: string[];
}

interface Answered {
  what: string;
  answer: Answer;
  /** What the forum without canaries says to the same person about the same. */
  other: Answer;
}

const reads = ({ method }: Ask): boolean => method === 'GET' || method === 'HEAD';

/** Asks the forum with canaries, and for those who must not know of them the one without them, too, side by side. */
export class Looking {
  private constructor(
    private readonly planted: Forum,
    private readonly clean: Forum,
    private readonly nobodys: NobodysIds,
  ) {}

  static async at(planted: Forum, clean: Forum): Promise<Looking> {
    return new Looking(planted, clean, new NobodysIds(await everyRow(clean.world.db.owner)));
  }

  /** Everything that exists in the forum with canaries is what people would try. */
  async walk<Who extends Name>(
    strangers: readonly Who[],
    others: readonly Who[],
    known: Omit<Known, 'tokens'>,
  ): Promise<Record<Who, Seen[]>> {
    const { lookers, world } = this.planted;
    const asksOf = (who: Who): Ask[] => addressesOf(world.app, { ...known, tokens: lookers[who].tokens });
    const seen = {} as Record<Who, Seen[]>;
    const alike = await Promise.all([this.planted, this.clean].map(async (forum) => askedAlike(forum)));
    const looks = strangers.map(async (who) => {
      seen[who] = [];
      for await (const { what, answer, other } of this.both(who, asksOf(who).filter(reads), alike))
        seen[who].push({ what, begun: begunIn(answer), unlike: unlikeness(what, answer, other) });
    });
    const alone = others.map(async (who) => {
      seen[who] = [];
      const worth = new WorthAsking(await missing(this.planted, who));
      for (const one of asksOf(who).filter(reads)) {
        if (!worth.is(one)) continue;
        const answer = await answerOf(this.planted, who, one, alike[0]);
        worth.heard(one, answer);
        seen[who].push({ what: nameOf(one), begun: begunIn(answer), unlike: [] });
      }
    });
    await Promise.all([...looks, ...alone]);
    // What strangers may do to what is theirs they do after all have looked; the others would take the canaries away.
    for (const who of strangers) {
      const acts = asksOf(who).filter((one) => !reads(one));
      for await (const { what, answer, other } of this.both(who, acts, alike))
        seen[who].push({ what, begun: begunIn(answer), unlike: unlikeness(what, answer, other) });
    }
    return seen;
  }

  /** One address after the other: what was read moves the mark of what is unread. */
  async *both(who: Name, asks: Ask[], alike: AskedAlike[] = []): AsyncGenerator<Answered> {
    const worth = new WorthAsking(await missing(this.planted, who));
    for (const one of asks) {
      if (!worth.is(one)) continue;
      const [answer, other] = await Promise.all([
        answerOf(this.planted, who, one, alike[0]),
        this.nobodys.answer(who, one, () => answerOf(this.clean, who, one, alike[1])),
      ]);
      worth.heard(one, answer);
      yield { what: nameOf(one), answer, other };
    }
  }
}

/** Whether this is what the forum answers them to any address that never was. */
async function missing(forum: Forum, who: Name): Promise<(answer: Answer) => boolean> {
  const page = await answerOf(forum, who, { method: 'GET', path: '/nothing-was-ever-here' });
  return ({ status, body }) => status === 404 && body === page.body;
}

async function askedAlike(forum: Forum): Promise<AskedAlike> {
  return new AskedAlike(forum.world.url, await missing(forum, 'guest'));
}

function nameOf({ method, path, fields }: Ask): string {
  return `${method} ${path} ${fields ? JSON.stringify(fields) : ''}`;
}

function answerOf({ world, lookers }: Forum, who: Name, one: Ask, alike?: AskedAlike): Promise<Answer> {
  const { cookie } = lookers[who];
  return cookie === null && alike ? alike.ask(one) : ask(world.url, cookie, one);
}

function begunIn({ headers, body }: Answer): string[] {
  return [...new Set([...Canaries.begun(JSON.stringify(headers)), ...Canaries.begun(body)])];
}

/** Where two answers to the same question differ; the second at which they left is not the forum's. */
export function unlikeness(what: string, answer: Answer, other: Answer): string[] {
  const { date: _one, ...headers } = answer.headers;
  const { date: _other, ...otherHeaders } = other.headers;
  if (answer.status !== other.status) return [`${what}: status ${answer.status} and ${other.status}`];
  if (JSON.stringify(headers) !== JSON.stringify(otherHeaders))
    return [`${what}: headers ${JSON.stringify(headers)} and ${JSON.stringify(otherHeaders)}`];
  if (answer.body === other.body) return [];
  const [one, two] = [settled(answer.body), settled(other.body)];
  if (one === two) return [];
  let at = 0;
  while (one[at] === two[at]) at += 1;
  return [
    `${what}: …${one.slice(Math.max(0, at - 120), at + 80)}… and …${two.slice(Math.max(0, at - 120), at + 80)}…`,
  ];
}

/**
 * The two forums listen on two ports, and a follow page gives its whole address; a report's form has a key of its own,
 * and what a desk heard last begins with the mark of its process.
 */
function settled(body: string): string {
  return body
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://forum.example')
    .replaceAll(/(name="key" value=")[\w-]{24}"/g, '$1"')
    .replace(/(data-live-desk=")[\w-]{8}\./, '$1');
}
