import type { House, Name } from './house.js';

const PUBLIC = { text: 'On lit à voix haute.', town: '57534', place: 'Salle du lavoir', admission: 'open' };
/** Late enough for a place that is told two hours before, too late for one that is told the day before. */
const TOMORROW = { start: '2026-11-23T10:00', end: '2026-11-23T12:00' };

/**
 * Who comes to workshops, and what they read there: names, places whose time has come or has not, and what hosts wrote.
 * Among the strangers one has seats in two of them, and another runs one that has nothing to do with these.
 */
export class Registered {
  constructor(private readonly forum: House) {}

  async publish(): Promise<void> {
    const { forum } = this;
    const { canaries } = forum;
    forum.tick();
    const told = await this.announce('Lecture du règlement', 'administrator', {
      ...TOMORROW,
      ...this.place('secret after its time for guestAuthor'),
      admission: 'hosts',
      reveal: 'day-before',
    });
    await this.register('guestAuthor', told, canaries.word('registration of guestAuthor', 'name'));
    await forum.must(303, 'administrator', 'POST', `/thread/${told}/workshop/team/${await this.lastOf(told)}`, {
      action: 'admit',
      was: 'asked',
    });
    // Whoever only asks reads neither the place nor what hosts wrote.
    await this.register('author', told, canaries.word('registration of author', 'name'), { mine: 'yes' });
    const words = { to: 'all', text: canaries.text('accepted words for guestAuthor') };
    // What whoever moderates writes does not wait.
    await forum.send('administrator', `/thread/${told}/workshop/words`, words);
    const untold = await this.announce('Lecture du cahier des charges', 'administrator', {
      ...TOMORROW,
      ...this.place('secret before its time'),
      reveal: 'two-hours',
    });
    await this.register('guestAuthor', untold, 'Quelqu’un');
    await this.register('registered', untold, 'Une voisine');
    await this.elsewhere();
  }

  /** A seat beside the words that others plant, and one at the workshop of a host who runs no other. */
  private async elsewhere(): Promise<void> {
    const [walk] = await this.forum.world.reader.query<{ id: number }>('select id from thread where title = $1', [
      'Balade du lavoir',
    ]);
    await this.register('registered', walk?.id ?? 0, 'Une voisine');
    const other = await this.announce('Inventaire des mâts', 'organizer', {
      start: '2026-12-14T14:00',
      end: '2026-12-14T17:00',
    });
    await this.register('registered', other, 'Une voisine');
  }

  private place(state: string): Record<string, string> {
    const { canaries } = this.forum;
    return {
      address: canaries.word(state, 'address'),
      online: `https://${canaries.word(state, 'online')}.example/salle`,
    };
  }

  /** @returns the thread, once `host` runs it */
  private async announce(title: string, host: Name, facts: Record<string, string>): Promise<number> {
    const { forum } = this;
    const key = `the-key-of-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;
    const sent = await forum.send('administrator', '/category/villes/workshops', { ...PUBLIC, title, ...facts, key });
    await forum.decide(sent, { decision: 'accept' });
    const [row] = await forum.world.writer.query<{ thread: number }>(
      'select thread_id as thread from desk.submission where id = $1',
      [sent.id],
    );
    const thread = row?.thread ?? 0;
    await forum.must(303, host, 'POST', `/thread/${thread}/workshop/hosts`, { action: 'take' });
    return thread;
  }

  private async register(who: Name, thread: number, name: string, more: Record<string, string> = {}): Promise<void> {
    const { forum } = this;
    const [date] = await forum.world.reader.query<{ id: string }>(
      'select id from workshop_date where thread_id = $1',
      [thread],
    );
    const { headers } = await forum.must(303, who, 'POST', `/thread/${thread}/workshop/registrations`, {
      date: date?.id ?? '',
      answer: 'yes',
      help: 'yes',
      name,
      key: `the-key-of-${who.toLowerCase()}-at-${thread}`,
      ...more,
    });
    const token = /^\/registration\/([^/?#]+)/.exec(String(headers.location))?.[1];
    if (token === undefined) throw new Error(`${who} was not led to a registration`);
    forum.lookers[who].tokens.push(token);
  }

  private async lastOf(thread: number): Promise<string> {
    const [row] = await this.forum.world.writer.query<{ id: string }>(
      'select id from private.registration where thread_id = $1 order by position desc limit 1',
      [thread],
    );
    return row?.id ?? '';
  }
}
