import type { Config } from '../src/config/config.js';
import { expect } from '@jest/globals';
import { Decisions } from '../src/desk/decisions/decisions.js';
import { Reception } from '../src/reception/reception.js';
import { JobRunner } from '../src/jobs/job-runner.js';
import { Visitor } from '../src/visitors/visitor.js';
import { type Arrived, MailSink } from './mail-sink.js';
import { until } from './until.js';
import { openWorld, type Person, type World } from './world.js';

export const ORIGIN = 'https://forum.palabre.example';
/** In every text, title and remark: no letter may have it. */
export const WORDS = 'zqtextthatwaits';

export interface SentReply {
  id: string;
  token: string;
}

/** All but those that are done again for ever, whose key is their own name. */
const ONCE = `task_id in (select t.id from graphile_worker._private_tasks t where t.identifier is distinct from key)`;

/** A forum that does its jobs, with a mail server on this machine. */
export class MailRoom {
  private keys = 0;
  private people = 0;

  private constructor(
    readonly sink: MailSink,
    readonly world: World,
    readonly nadia: Person,
    readonly alma: Person,
  ) {}

  static async open(config: Partial<Config> = {}): Promise<MailRoom> {
    const sink = await MailSink.open();
    const world = await openWorld({
      config: { mail: { url: sink.url, from: 'forum@palabre.example' }, publicUrl: ORIGIN, ...config },
    });
    await world.category({ slug: 'villes' });
    const room = new MailRoom(
      sink,
      world,
      await world.member('Nadia', { role: 'moderator' }),
      await world.member('Alma'),
    );
    await world.app.get(JobRunner).start();
    return room;
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.sink.close();
  }

  /** What has arrived since the test began. */
  get sent(): Arrived[] {
    return this.sink.arrived;
  }

  /** Nobody's yet. */
  address(): string {
    return `personne${++this.people}@courriel.example`;
  }

  async rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.world.db.owner.query(sql, values)).rows as T[];
  }

  /** What is put down for later is done now; the forum's own clock says whether it is late enough. */
  async hurry(): Promise<void> {
    await this.rows(
      `update graphile_worker._private_jobs set run_at = now() where locked_at is null and (${ONCE}
        or key = 'tell-decisions')`,
    );
    await this.rows(`select pg_notify('jobs:insert', '{"count":1}')`);
  }

  /** Until nothing is left to do, with the thirty seconds over. */
  async settled(): Promise<void> {
    this.world.clock.advance(31_000);
    await until(async () => {
      await this.hurry();
      const [left] = await this.rows<{ jobs: number; untold: number }>(
        `select (select count(*) from graphile_worker._private_jobs where ${ONCE})::int as jobs,
           (select count(*) from desk.untold where due_at <= $1)::int as untold`,
        [this.world.clock.now()],
      );
      expect(left).toEqual({ jobs: 0, untold: 0 });
    }, 10_000);
  }

  thread(by: Visitor = Visitor.guest()): Promise<number> {
    return this.world.thread({ category: 'villes', title: `Sujet ${WORDS}`, text: 'Le début.', by });
  }

  async reply(
    by: Visitor,
    more: { email?: string; thread: number; replyTo?: number; text?: string },
  ): Promise<SentReply> {
    const { email = '', thread, replyTo, text = `Un mot. ${WORDS}` } = more;
    const draft = {
      kind: 'reply' as const,
      thread,
      replyTo,
      text,
      name: '',
      email,
      key: `key-of-mail-room-${++this.keys}`,
      language: 'fr' as const,
    };
    const { submission, token } = await this.world.app
      .get(Reception, { strict: false })
      .submit(by, draft, this.world.clock.now());
    return { id: submission, token };
  }

  /** Nadia's. Answers its row of the log. */
  async decide(id: string, decision: 'accept' | 'return' | 'refuse', version = 1): Promise<string> {
    const verdict = {
      decision,
      version,
      reasons: decision === 'refuse' ? ['other'] : [],
      remark: WORDS,
      language: 'fr' as const,
    };
    return (
      await this.world.app
        .get(Decisions, { strict: false })
        .decide(this.nadia.visitor, id, verdict, this.world.clock.now())
    ).id;
  }

  /** A guest's reply whose address is confirmed, through the mail's own link. */
  async confirmedReply(email: string, thread: number): Promise<SentReply> {
    const one = await this.reply(Visitor.guest(), { email, thread });
    await this.settled();
    const path = this.sent.at(-1)?.paths[0] ?? '';
    const page = await this.world.visitor().get(path);
    await this.world
      .visitor()
      .post(path, { item: page.html().querySelector('input[name="item"]')?.getAttribute('value') ?? '' });
    this.sent.splice(0);
    return one;
  }

  /** Everything by mail, if not said otherwise. */
  async confirmMember(
    { id, cookie }: Person,
    email: string,
    choices: Record<string, string> = { decided: 'yes', answered: 'yes', alert: 'yes' },
  ): Promise<void> {
    expect((await this.world.visitor(cookie).post('/me/mail', { email, ...choices })).status).toBe(303);
    await this.settled();
    await this.world.visitor().post(this.sent.at(-1)?.paths[0] ?? '', { item: String(id) });
    this.sent.splice(0);
  }
}
