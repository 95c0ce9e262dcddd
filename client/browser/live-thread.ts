import type { PostChangedMessage } from '../../src/live/messages.ts';
import { FreshBar } from './fresh-bar.ts';
import { fetchPage, PageRefused, readElement } from './fragment.ts';
import { joinRoom } from './live-connection.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refreshParts } from './refresh-parts.ts';
import { soon } from './soon.ts';
import { changeOf, ThreadList } from './thread-list.ts';

/**
 * Keeps an open thread page true. Two numbers say where it stands: the last post it knows of and the last change; what
 * follows exactly is put in place, anything else is asked for, so that nothing is lost and nothing comes twice.
 */
export function startThread(): void {
  const list = document.querySelector<HTMLElement>('[data-live-thread]');
  const bar = FreshBar.find();
  if (list === null || bar === null) return;
  new LiveThread(Number(list.dataset.liveThread), Number(list.dataset.after), Number(list.dataset.changes), new ThreadList(list, bar, factsSoon)).start();
}

class LiveThread {
  private readonly catchUp = oneAtATime(() => this.fetchNews());

  constructor(private readonly thread: number, private after: number, private changes: number, private readonly posts: ThreadList) {}

  start(): void {
    const change = (message: PostChangedMessage): void => {
      if (message.thread !== this.thread || message.changes <= this.changes) return;
      if (message.changes > this.changes + 1 || isPersonal()) return this.catchUp();
      this.change(message.number, readElement(message.html));
      this.changes = message.changes;
    };
    joinRoom(`thread:${this.thread}`, {
      'post-published': (message) => {
        if (message.thread !== this.thread || message.number <= this.after) return;
        if (message.number > this.after + 1 || isPersonal()) return this.catchUp();
        this.publish(message.number, readElement(message.html));
      },
      // A form in which somebody writes stays: what it says is checked where it is sent to.
      'thread-changed': (message) => void (message.thread === this.thread && refreshParts('[data-facts]')),
      'post-changed': change,
      'post-taken-down': change,
    }, this.catchUp);
  }

  private publish(number: number, post: HTMLElement | null): void {
    if (post === null) return;
    this.after = number;
    this.posts.add(number, post);
    if (isPersonal()) refreshParts('[data-mine]');
  }

  private change(number: number, post: HTMLElement | null): void {
    if (post === null) return;
    this.posts.replace(number, post);
    // What a post says of itself elsewhere on the page: the first one the thread's title, each one who spoke.
    if (number === 1) refreshParts('h1', 'title');
    if (post.dataset.gone !== undefined) refreshParts('[data-facts]', '[data-turns]');
  }

  private async fetchNews(): Promise<void> {
    let address: string | null = `/thread/${this.thread}/posts?after=${this.after}&changes=${this.changes}`;
    let changes = this.changes;
    while (address !== null) {
      const answer: Awaited<ReturnType<typeof fetchPage>> | null = await fetchPage(address).catch(unlessRefused);
      if (answer === null) return;
      elsewhere(answer.moved);
      if (answer.moved) return;
      for (const article of answer.page.querySelectorAll<HTMLElement>('article[id^="post-"]')) {
        const post = document.importNode(article, true);
        const number = Number(post.id.slice('post-'.length));
        changes = Math.max(changes, changeOf(post));
        if (number > this.after) this.publish(number, post);
        else this.change(number, post);
      }
      address = answer.next;
    }
    // Only now: after half an answer the other half would never be asked for again.
    this.changes = Math.max(this.changes, changes);
  }
}

/** How many messages there are and who spoke, as the page itself says it. */
const factsSoon = soon(() => refreshParts('[data-facts]', '[data-turns]'));

/** The whole thread stands in another one now: the page says where, and stays for whoever is reading. */
function elsewhere(moved: boolean): void {
  const bar = document.querySelector<HTMLElement>('[data-elsewhere]');
  if (bar !== null) bar.hidden = !moved;
}

/** A member's page shows acts and waiting posts of their own, which a fragment for everyone does not carry. */
function isPersonal(): boolean {
  return document.querySelector('[data-member]') !== null;
}

/** A thread that may not be seen any more has no news; a server that is away has some, later. */
function unlessRefused(problem: unknown): null {
  if (problem instanceof PageRefused && problem.status < 500 && problem.status !== 429) return null;
  throw problem;
}
