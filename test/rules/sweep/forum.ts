import { createHash } from 'node:crypto';
import type { World } from '../../world.js';
import { After } from './after.js';
import { Canaries } from './canaries.js';
import { Cases } from './cases.js';
import { ask, type Answer, type SentFields } from './http.js';
import type { House, Name, Sent } from './house.js';
import { Moved } from './moved.js';
import { People } from './people.js';
import { Sections } from './sections.js';
import { Policies } from './policies.js';
import { Told } from './told.js';
import { Documents } from './documents.js';
import { Registered } from './registered.js';
import { Workshops } from './workshops.js';
import { Undone } from './undone.js';

export interface Looker {
  cookie: string | null;
  /** Follow tokens that this visitor holds. */
  tokens: string[];
}

const START = Date.parse('2026-11-22T08:00:00Z');

/**
 * One forum, made twice: once with canaries in every unpublished place, once as if these had never been written.
 * Everything goes through the doors that people use, at the same minutes of the same clock.
 */
export class Forum implements House {
  readonly canaries: Canaries;
  readonly lookers = {} as Record<Name, Looker>;
  /** Ids of the submissions of each state that never appeared, for those who would try to open them. */
  readonly hidden: string[] = [];
  private minute = 0;

  private readonly policies = new Policies(this);
  private readonly undone = new Undone(this);
  private readonly sections = new Sections(this);
  private readonly people = new People(this);
  private readonly after = new After(this);
  private readonly told = new Told(this);
  private readonly moved = new Moved(this);
  private readonly cases = new Cases(this);
  private readonly workshops = new Workshops(this);
  private readonly registered = new Registered(this);
  readonly documents = new Documents(this);

  constructor(
    readonly world: World,
    readonly planting: boolean,
  ) {
    this.canaries = new Canaries(planting);
  }

  /** What everyone may see, and what is about to be taken down or withdrawn. */
  async open(): Promise<void> {
    const { world } = this;
    await world.category({ slug: 'villes', name: 'Villes' });
    await world.db.owner.query('update category set history = true');
    await world.category({ slug: 'ailleurs', name: 'Ailleurs' });
    await this.sections.site();
    await world.category({ slug: 'membres', name: 'Entre membres', audience: 'members' });
    await world.category({ slug: 'equipe', name: 'Équipe', audience: 'staff' });
    const people: [Name, string, Parameters<World['member']>[1]][] = [
      ['administrator', 'Ada', { role: 'administrator' }],
      ['moderator', 'Nadia', { role: 'moderator', categories: ['villes', 'feuille'] }],
      ['otherModerator', 'Omar', { role: 'moderator', categories: ['ailleurs'] }],
      ['organizer', 'Olga', { role: 'organizer' }],
      ['member', 'Mira', {}],
      ['author', 'Alma', {}],
      ['otherAuthor', 'Basile', {}],
    ];
    for (const [who, name, options] of people) {
      this.lookers[who] = { cookie: (await world.member(name, options)).cookie, tokens: [] };
    }
    for (const who of ['guest', 'otherGuest', 'guestAuthor', 'registered'] as const)
      this.lookers[who] = { cookie: null, tokens: [] };

    await this.publishThread('member', 'villes', 'Caméras du marché', 'Il y en a quatre, depuis mardi. #Peltre');
    await this.publishThread('author', 'villes', 'Place du lavoir', 'Deux mâts et un boîtier gris.');
    await this.publishReply('otherAuthor', 2, 'Le boîtier est celui de la fibre.');
    await this.publishReply('guestAuthor', 2, 'Je passe devant tous les jours.');
    await this.publishReply('author', 2, 'Quelqu’un a-t-il une photo ?');
    await this.publishReply('author', 2, this.canaries.text('taken-down'));
    await this.publishReply(
      'guestAuthor',
      2,
      this.canaries.text('taken-down guest'),
      this.canaries.word('taken-down guest', 'name'),
    );
    await this.publishReply('author', 2, this.canaries.text('withdrawn post'));
    await this.publishReply(
      'guestAuthor',
      2,
      this.canaries.text('withdrawn guest post'),
      this.canaries.word('withdrawn guest post', 'name'),
    );
    await this.publishThread(
      'guestAuthor',
      'villes',
      `Sujet ${this.canaries.word('taken-down thread', 'title')}`,
      this.canaries.text('taken-down thread'),
      this.canaries.word('taken-down thread', 'name'),
    );
    await this.policies.publish();
    await this.publishThread(
      'otherAuthor',
      'ailleurs',
      'Vue de la gare',
      'Rien de neuf sur le quai.',
      '',
      'administrator',
    );
    await this.publishThread(
      'member',
      'membres',
      'Entre nous zqmembersonly',
      'Ceci reste zqmembersonly entre membres.',
      '',
      'administrator',
    );
    await this.publishThread(
      'administrator',
      'equipe',
      'Équipe zqstaffonly',
      'Ceci reste zqstaffonly dans l’équipe.',
      '',
      'administrator',
    );
    await this.undone.publish();
    await this.people.publish();
    await this.sections.publish();
    await this.moved.publish();
    await this.workshops.publish();
    await this.cases.publish();
    await this.documents.publish();
    await this.registered.publish();
    await this.send('otherGuest', '/thread/1/replies', {
      text: 'Un mot d’une autre invitée, qui attend.',
      name: 'Une passante',
    });
    await this.send('otherAuthor', '/thread/1/replies', { text: 'Un mot de Basile, qui attend.' });
  }

  /** What must leave no trace: sent, judged and withdrawn while everyone looks. */
  async live(): Promise<void> {
    this.at(100);
    if (this.planting) await this.neverAppears();
    const { canaries } = this;
    this.at(200);
    await this.remove(2, 5, canaries.word('taken-down', 'remark'));
    await this.heard();
    await this.remove(2, 6, canaries.word('taken-down guest', 'remark'));
    await this.heard();
    await this.remove(3, 1, canaries.word('taken-down thread', 'remark'));
    await this.heard();
    await this.documents.takeDown();
    await this.people.edit();
    await this.people.takePageDown();
    await this.moved.move();
    await this.undone.takeBack();
    await this.policies.replace();
    await this.must(303, 'author', 'POST', '/thread/2/posts/7/withdrawal');
    await this.heard();
    await this.must(303, 'guestAuthor', 'POST', `/follow/${this.tokenFor('withdrawn guest post')}/withdrawal`);
    await this.heard();
    for (const who of ['author', 'guestAuthor'] as const) {
      this.tick();
      const sent = await this.send(who, '/thread/2/replies', { text: canaries.text(`before the edit of ${who}`) });
      await this.decide(sent, { decision: 'accept', text: `La même phrase, corrigée par l’équipe pour ${who}.` });
      await this.heard();
    }
  }

  private async neverAppears(): Promise<void> {
    const { canaries } = this;
    for (const who of ['author', 'guestAuthor'] as const) {
      const guest = (state: string): Record<string, string> =>
        who === 'author'
          ? {}
          : { name: canaries.word(state, 'name'), email: `${canaries.word(state, 'email')}@example.org` };
      const thread = async (state: string) =>
        this.send(who, '/category/villes/threads', {
          title: `Titre ${canaries.word(state, 'title')}`,
          text: canaries.text(state),
          // Nothing else is about this town: its page and its feeds know of none.
          ...canaries.only({ town: '29019' }),
          ...guest(state),
        });
      const reply = async (state: string) =>
        this.send(who, '/thread/2/replies', { text: canaries.text(state), ...guest(state) });
      this.tick();
      await thread(`waiting thread of ${who}`);
      await reply(`waiting reply of ${who}`);
      const corrected = await reply(`corrected of ${who}`);
      await this.must(303, who, 'POST', this.placeOf(corrected, 'correction'), {
        text: canaries.text(`correction of ${who}`),
        version: '1',
      });
      await this.decide(await thread(`returned thread of ${who}`), {
        decision: 'return',
        reason: 'unsourced',
        remark: canaries.word(`returned thread of ${who}`, 'remark'),
      });
      await this.decide(await reply(`returned reply of ${who}`), {
        decision: 'return',
        reason: 'other',
        remark: canaries.word(`returned reply of ${who}`, 'remark'),
      });
      const refused = await reply(`refused of ${who}`);
      await this.decide(refused, {
        decision: 'refuse',
        reason: 'personal-data',
        remark: canaries.word(`refused of ${who}`, 'remark'),
      });
      const refusedThread = await thread(`refused thread of ${who}`);
      await this.decide(refusedThread, {
        decision: 'refuse',
        reason: 'other',
        remark: canaries.word(`refused thread of ${who}`, 'remark'),
      });
      await this.decide(await reply(`spam of ${who}`), { decision: 'spam', reason: 'advertising' });
      await this.after.appeal(who, refused, refusedThread);
      await this.sections.neverAppears(who);
      await this.workshops.neverAppears(who);
      await this.cases.neverAppears(who);
      await this.documents.neverAppears(who);
      await this.policies.agreedByOne(await reply(`agreed by one of ${who}`));
      const withdrawn = await reply(`withdrawn of ${who}`);
      await this.must(303, who, 'POST', this.placeOf(withdrawn, 'withdrawal'));
    }
    await this.policies.blockWords();
    await this.people.noteAndSuspend();
    await this.people.sayOfThemselves();
    await this.after.report();
    await this.told.plant();
    this.tick();
    await this.sendEdit('author', '/thread/2/posts/1/edits', 2, 1, {
      title: `Place ${canaries.word('waiting edit', 'title')}`,
      text: canaries.text('waiting edit'),
    });
    await this.sendEdit('author', '/thread/2/posts/4/edits', 2, 4, { text: canaries.text('another waiting edit') });
    await this.sendEdit('guestAuthor', `/follow/${this.tokenFor('published guest')}/edits`, 2, 3, {
      text: canaries.text('waiting edit of a guest'),
    });
  }

  private readonly tokens = new Map<string, string>();

  private tokenFor(name: string): string {
    const token = this.tokens.get(name);
    if (!token) throw new Error(`no token was kept for ${name}`);
    return token;
  }

  private placeOf(sent: Sent, act: 'correction' | 'withdrawal'): string {
    return sent.token ? `/follow/${sent.token}/${act}` : `/me/submissions/${sent.id}/${act}`;
  }

  /** Until the sockets have heard what was done: a fragment's relative date is drawn when it is sent. */
  async heard(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }

  tick(): void {
    this.at(this.minute + 3);
  }

  /** The same minute in both forums, whatever happened in one of them. */
  private at(minute: number): void {
    this.minute = minute;
    this.world.clock.set(new Date(START + minute * 60_000));
  }

  private async publishThread(
    who: Name,
    category: string,
    title: string,
    text: string,
    name = '',
    moderator: Name = 'moderator',
  ): Promise<void> {
    this.tick();
    await this.decide(
      await this.send(who, `/category/${category}/threads`, { title, text, ...this.named(who, name) }),
      { decision: 'accept' },
      moderator,
    );
  }

  async publishReply(who: Name, thread: number, text: string, name = ''): Promise<void> {
    this.tick();
    const sent = await this.send(who, `/thread/${thread}/replies`, { text, ...this.named(who, name) });
    if (sent.token)
      this.tokens.set(text.startsWith('Je passe') ? 'published guest' : 'withdrawn guest post', sent.token);
    await this.decide(sent, { decision: 'accept' });
  }

  private named(who: Name, name: string): Record<string, string> {
    return who === 'guestAuthor' && name ? { name } : {};
  }

  /** Sends as this visitor, and finds the row that it made: the answer to a send is never an id. */
  async send(who: Name, path: string, fields: SentFields): Promise<Sent> {
    // The same in both forums wherever the same is sent: what they answer hangs on it.
    const key = createHash('sha256')
      .update(JSON.stringify([who, path, fields]))
      .digest('hex')
      .slice(0, 40);
    // An edit from the follow page is its own key: one version is changed into one text once.
    const answer = await this.must(303, who, 'POST', path, path.startsWith('/follow/') ? fields : { key, ...fields });
    const token = /^\/follow\/([^/?#]+)/.exec(String(answer.headers.location))?.[1] ?? null;
    if (token) this.lookers[who].tokens.push(token);
    const [row] = token
      ? await this.world.writer.query<{ id: string }>('select id from desk.submission where token_hash = $1', [
          createHash('sha256').update(token).digest(),
        ])
      : await this.world.writer
          .query<{ id: string }>(
            `select id from desk.submission where author_name = $1 and kind <> 'appeal'
              order by changed_at desc, written_at desc, id`,
            [this.nameOf(who)],
          )
          .then((rows) => rows.filter(({ id }) => !this.known.has(id)));
    if (!row) throw new Error(`nothing was stored for ${who} at ${path}`);
    this.known.add(row.id);
    this.hidden.push(row.id);
    return { id: row.id, token };
  }

  private readonly known = new Set<string>();

  async sendEdit(
    who: Name,
    path: string,
    thread: number,
    number: number,
    fields: Record<string, string>,
  ): Promise<Sent> {
    const [post] = await this.world.reader.query<{ change: number }>(
      'select change from post where thread_id = $1 and number = $2',
      [thread, number],
    );
    return this.send(who, path, { ...fields, version: String(post?.change) });
  }

  private nameOf(who: Name): string {
    return {
      administrator: 'Ada',
      moderator: 'Nadia',
      otherModerator: 'Omar',
      organizer: 'Olga',
      member: 'Mira',
      author: 'Alma',
      otherAuthor: 'Basile',
    }[who as 'author'];
  }

  async decide(sent: Sent, fields: Record<string, string>, who: Name = 'moderator'): Promise<void> {
    const [row] = await this.world.writer.query<{ version: number }>(
      'select version from desk.submission where id = $1',
      [sent.id],
    );
    await this.must(303, who, 'POST', `/desk/submissions/${sent.id}/decision`, {
      ...fields,
      version: String(row?.version),
    });
  }

  private async remove(thread: number, number: number, remark: string): Promise<void> {
    await this.must(303, 'moderator', 'POST', `/desk/thread/${thread}/posts/${number}/removal`, {
      reason: 'personal-data',
      remark,
    });
  }

  async must(status: number, who: Name, method: string, path: string, fields: SentFields = {}): Promise<Answer> {
    const answer = await ask(this.world.url, this.lookers[who].cookie, { method, path, fields });
    if (answer.status !== status)
      throw new Error(
        `${who} ${method} ${path}: ${answer.status} instead of ${status}\n${answer.body.replace(/^[^]*<main/, '').slice(0, 3000)}`,
      );
    return answer;
  }
}
