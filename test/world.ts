import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../src/config/config.js';
import { readConfig } from '../src/config/read-config.js';
import type { Reader } from '../src/database/reader.js';
import type { Writer } from '../src/database/writer.js';
import { Decisions } from '../src/desk/decisions/decisions.js';
import { Reception } from '../src/reception/reception.js';
import { NewsWire } from '../src/events/news-wire.js';
import { nameKey } from '../src/members/name-key.js';
import { hashPassword } from '../src/members/passwords.js';
import type { Audience } from '../src/threads/visible.js';
import type { Attachers, Hold } from '../src/categories/policy-words.js';
import { type Role, Visitor } from '../src/visitors/visitor.js';
import type { TypedFacts } from '../src/submissions/thread-facts/facts.js';
import type { ArticleWords } from '../src/articles/article-words.js';
import { createApp } from '../src/create-app.js';
import { Browsing } from './browsing.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { SettableClock } from './settable-clock.js';

export interface WorldOptions {
  config?: Partial<Config>;
  /** A forum that nobody has set up yet. */
  bare?: boolean;
}

export interface CategoryOptions {
  slug: string;
  name?: string;
  description?: string;
  audience?: Audience;
  guestsWrite?: boolean;
  hold?: Hold;
  /** Who may attach files. */
  documents?: Attachers;
  closed?: boolean;
}

export interface Person {
  id: number;
  name: string;
  password: string;
  /** As a Cookie header: logged in. */
  cookie: string;
  visitor: Visitor;
}

const PASSWORD = 'un mot de passe assez long';
let hashed: Promise<string> | undefined;
let keys = 0;

/** Made when the first file comes. */
function filesOfATest(): string {
  return join(tmpdir(), `palabre-files-${randomBytes(8).toString('hex')}`);
}

/** A whole forum: its own database, listening on a free port of this machine, at a time that the test sets. */
export class World {
  app: NestFastifyApplication;
  url = '';
  private administrator: Person | null = null;
  private readonly heard = new Set<string>();

  private constructor(
    readonly db: TestDatabase,
    readonly config: Config,
    readonly clock: SettableClock,
  ) {}

  static async open({ config = {}, bare = false }: WorldOptions): Promise<World> {
    const db = await freshDatabase();
    // Tests ask faster than people; those about limits say which they want.
    const settings = {
      ...readConfig({}),
      port: 0,
      host: '127.0.0.1',
      limitFactor: 1000,
      filesDir: filesOfATest(),
      filePatience: 60_000,
      ...config,
    };
    const world = new World(db, settings, new SettableClock());
    if (!bare) {
      await db.owner.query(
        `update site set name = 'Palabre', language = 'fr', time_zone = 'Europe/Paris', set_up_at = $1`,
        [world.clock.now()],
      );
    }
    await world.start(0);
    return world;
  }

  get reader(): Reader {
    return this.db.reader;
  }

  get writer(): Writer {
    return this.db.writer;
  }

  get port(): number {
    return (this.app.getHttpServer().address() as AddressInfo).port;
  }

  /** Listens, again after `stop`, on the same data. */
  async start(port = Number(new URL(this.url).port)): Promise<void> {
    this.app = await createApp(this.config, this.db.database, this.clock);
    this.app.get(NewsWire).onAny((news) => {
      if (news.news === 'ThreadPublished') this.heard.add(`${news.thread}:1`);
      if (news.news === 'PostPublished') this.heard.add(`${news.thread}:${news.number}`);
    });
    await this.app.listen(port, '127.0.0.1');
    this.url = `http://127.0.0.1:${this.port}`;
  }

  /** The forum is away; its data stay. */
  async stop(): Promise<void> {
    await this.app.close();
  }

  /**
   * Lets go of the forum, too: a file of tests keeps its world in a variable of a module, which lives as long as the
   * process that runs eighty such files.
   */
  async close(): Promise<void> {
    await this.app.close();
    await this.db.close();
    await rm(this.config.filesDir, { recursive: true, force: true });
    Object.assign(this, { app: undefined, db: undefined });
  }

  /** @returns its id */
  async category({
    slug,
    name = slug,
    description = '',
    audience = 'everyone',
    guestsWrite = true,
    hold = 'all',
    documents = 'nobody',
    closed = false,
  }: CategoryOptions): Promise<number> {
    const { rows } = await this.db.owner.query<{ id: number }>(
      `insert into category (slug, name, description, audience, guests_write, hold, documents, closed, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8, (select count(*) from category)) returning id`,
      [slug, name, description, audience, guestsWrite, hold, documents, closed],
    );
    return rows[0]?.id ?? 0;
  }

  /** Somebody with an account who is logged in; `categories` are the slugs that a moderator is limited to. */
  async member(
    name: string,
    { role = 'member', categories }: { role?: Role; categories?: string[] } = {},
  ): Promise<Person> {
    const { owner } = this.db;
    const now = this.clock.now();
    hashed ??= hashPassword(PASSWORD);
    const { rows } = await owner.query<{ id: number }>(
      'insert into member (name, name_key, role, joined_on) values ($1, $2, $3, $4) returning id',
      [name, nameKey(name), role, now],
    );
    const id = rows[0]?.id ?? 0;
    await owner.query('insert into private.account (member_id, password_hash) values ($1, $2)', [id, await hashed]);
    for (const slug of categories ?? [])
      await owner.query('insert into desk.moderator_category select $1, id from category where slug = $2', [id, slug]);
    const { rows: limits } = await owner.query<{ category: number }>(
      'select category_id as category from desk.moderator_category where member_id = $1',
      [id],
    );
    const limited = categories === undefined ? null : limits.map(({ category }) => category);
    const moderates = role === 'moderator' || role === 'administrator' ? limited : [];
    const visitor = Visitor.of({ id, name, role, language: null, acceptedCount: 0, moderates }, null);
    return { id, name, password: PASSWORD, cookie: await this.session(id), visitor };
  }

  /** Logs a member in once more. @returns the Cookie header */
  async session(member: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.owner.query(
      `insert into private.session (token_hash, member_id, created_at, seen_on, expires_at)
        values ($1, $2, $3, $4, $5)`,
      [
        createHash('sha256').update(token).digest(),
        member,
        now,
        now.toISOString().slice(0, 10),
        new Date(now.getTime() + 14 * 86_400_000),
      ],
    );
    return `palabre=${token}`;
  }

  /** A thread that was sent like any other and, where its category holds, accepted. @returns its id */
  async thread({
    category,
    title,
    text,
    by = Visitor.guest(),
  }: {
    category: string;
    title: string;
    text: string;
    by?: Visitor;
  }): Promise<number> {
    const draft = { kind: 'thread' as const, category, title, text, ...sending() };
    return (await this.published(by, draft)).thread;
  }

  /**
   * A workshop of a category that takes them from now on, published as a guest's unless somebody else is named: fields
   * as a form has them. @returns its thread
   */
  async workshop({
    category,
    title = 'Un atelier',
    text = 'On s’y retrouve.',
    by = Visitor.guest(),
    ...facts
  }: {
    category: string;
    title?: string;
    text?: string;
    by?: Visitor;
    [fact: string]: unknown;
  }): Promise<number> {
    await this.db.owner.query(`update category set takes = '{thread,workshop}' where slug = $1`, [category]);
    const draft = { kind: 'workshop' as const, category, title, text, ...sending() };
    return (await this.published(by, { ...draft, facts: listed({ ...WORKSHOP, ...facts }) })).thread;
  }

  /** A case of a category that takes them from now on: fields as a form has them. @returns its thread */
  async case({
    category,
    title = 'Les caméras du lavoir',
    text = 'La commune en a voté quatre.',
    by = Visitor.guest(),
    ...facts
  }: {
    category: string;
    title?: string;
    text?: string;
    by?: Visitor;
    [fact: string]: unknown;
  }): Promise<number> {
    await this.db.owner.query(
      `update category set takes = takes || '{case}' where slug = $1 and takes @> '{thread}'
      and not takes @> '{case}'`,
      [category],
    );
    const said = listed({ town: '57534', status: 'reported', ...facts });
    return (await this.published(by, { kind: 'case', category, title, text, facts: said, ...sending() })).thread;
  }

  /** A step of a case that is published: fields as a form has them. @returns its number */
  async step(thread: number, facts: Record<string, unknown>): Promise<number> {
    const draft = { kind: 'step' as const, thread, text: 'Une étape.', facts: listed(facts), ...sending() };
    return (await this.published(Visitor.guest(), draft)).number;
  }

  /** A reply that is published. @returns its number */
  async reply(thread: number, text: string, by: Visitor = Visitor.guest()): Promise<number> {
    return (await this.published(by, { kind: 'reply', thread, text, ...sending() })).number;
  }

  /** A comment on an article that is published. @returns where it stands */
  comment(
    article: ArticleWords & { signature: string },
    text: string,
    replyTo: number | null = null,
  ): Promise<{ thread: number; number: number }> {
    return this.published(Visitor.guest(), { kind: 'comment', ...article, text, replyTo, ...sending() });
  }

  /** A browser without scripts: a guest's, or that of whoever the cookie belongs to. */
  visitor(cookie: string | null = null): Browsing {
    return new Browsing(this.url, cookie);
  }

  /** Once the forum itself has heard of it: whoever enters a room after that must not hear of it any more. */
  private async published(
    by: Visitor,
    draft: Parameters<Reception['submit']>[1],
  ): Promise<{ thread: number; number: number }> {
    const at = await this.publish(by, draft);
    for (let waited = 0; !this.heard.has(`${at.thread}:${at.number}`) && waited < 1000; waited += 2)
      await new Promise((resolve) => setTimeout(resolve, 2));
    return at;
  }

  private async publish(
    by: Visitor,
    draft: Parameters<Reception['submit']>[1],
  ): Promise<{ thread: number; number: number }> {
    const { submission, published } = await this.app
      .get(Reception, { strict: false })
      .submit(by, draft, this.clock.now());
    if (published !== null) return published;
    this.administrator ??= await this.member(`Sage ${randomBytes(4).toString('hex')}`, { role: 'administrator' });
    const verdict = { decision: 'accept' as const, version: 1, reasons: [], remark: '', language: 'fr' as const };
    await this.app
      .get(Decisions, { strict: false })
      .decide(this.administrator.visitor, submission, verdict, this.clock.now());
    const { rows } = await this.db.owner.query<{ thread: number; number: number }>(
      'select thread_id as thread, number from desk.submission where id = $1',
      [submission],
    );
    return rows[0] ?? { thread: 0, number: 0 };
  }
}

/** A workshop of one afternoon at which fifteen find a seat. */
const WORKSHOP = {
  town: '57534',
  place: 'Parvis de la mairie',
  start: ['2026-12-12T14:00'],
  end: ['2026-12-12T17:00'],
  seats: '15',
  admission: 'open',
};

function listed(facts: Record<string, unknown>): TypedFacts {
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, [value].flat()])) as TypedFacts;
}

function sending(): { name: string; email: string; key: string; language: 'fr' } {
  keys += 1;
  return { name: '', email: '', key: `key-of-world-${keys}`, language: 'fr' };
}

export function openWorld(options: WorldOptions = {}): Promise<World> {
  return World.open(options);
}
