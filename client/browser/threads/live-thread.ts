import type { PostChangedMessage } from '../../../src/live/messages.ts';
import { FreshBar } from '../kit/fresh-bar.ts';
import { fetchPage, PageRefused, readElement } from '../kit/fragment.ts';
import { joinRoom } from '../kit/live-connection.ts';
import { oneAtATime } from '../kit/one-at-a-time.ts';
import { refreshParts } from '../kit/refresh-parts.ts';
import { soon } from '../kit/soon.ts';
import { replaceSeats } from '../kit/seats.ts';
import { changeOf, ThreadList } from './thread-list.ts';

/**
 * Keeps an open thread page up to date. Two numbers say what it shows: the last post and the last change that it
 * knows. News with the next number is put in place; after a gap the missing part is requested, so that nothing is lost
 * and nothing comes twice.
 */
export function startThread(): void {
  const list = document.querySelector<HTMLElement>('[data-live-thread]');
  const bar = FreshBar.find();
  if (list === null || bar === null) return;
  new LiveThread(
    Number(list.dataset.liveThread),
    Number(list.dataset.after),
    Number(list.dataset.changes),
    new ThreadList(list, bar, factsSoon),
  ).start();
}

/** Whether a post is a step of a case: what it says stands above the discussion as well. */
function isStep(post: HTMLElement): boolean {
  return post.querySelector('.step-of') !== null;
}

class LiveThread {
  private readonly catchUp = oneAtATime(() => this.fetchNews());

  constructor(
    private readonly thread: number,
    private after: number,
    private changes: number,
    private readonly posts: ThreadList,
  ) {}

  start(): void {
    const change = (message: PostChangedMessage): void => {
      if (message.thread !== this.thread || message.changes <= this.changes) return;
      if (message.changes > this.changes + 1 || isPersonal()) return this.catchUp();
      this.change(message.number, readElement(message.html));
      this.changes = message.changes;
    };
    joinRoom(
      `thread:${this.thread}`,
      {
        'post-published': (message) => {
          if (message.thread !== this.thread || message.number <= this.after) return;
          if (message.number > this.after + 1 || isPersonal()) return this.catchUp();
          this.publish(message.number, readElement(message.html));
        },
        // A form in which somebody is writing is not replaced: the server checks it when it is sent.
        'thread-changed': (message) =>
          void (
            message.thread === this.thread &&
            refreshParts('title', 'h1', '[data-facts]', '[data-call]', '[data-workshop]')
          ),
        'seats-changed': (message) => void (message.thread === this.thread && replaceSeats(message.html)),
        'post-changed': change,
        'post-taken-down': change,
      },
      (last) => {
        if (last !== `${this.after}.${this.changes}`) this.catchUp();
      },
    );
  }

  private publish(number: number, post: HTMLElement | null): void {
    if (post === null) return;
    this.after = number;
    this.posts.add(number, post);
    if (isStep(post)) refreshParts('[data-head]');
    if (isPersonal()) refreshParts('[data-mine]');
  }

  private change(number: number, post: HTMLElement | null): void {
    if (post === null) return;
    this.posts.replace(number, post);
    if (isStep(post) || document.getElementById(`step-${number}`) !== null) refreshParts('[data-head]');
    // A post also changes other parts of the page: the first one the title of the thread, each one the list of
    // authors.
    if (number === 1) refreshParts('h1', 'title');
    if (number === 1 && post.dataset.gone !== undefined) forgetWords();
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
    // Stored only after all posts are in place: if it were stored before and a failure came between, the rest would
    // never be requested again.
    this.changes = Math.max(this.changes, changes);
  }
}

/** Removes from the head of the page what it tells other programs of a first post that was taken down. */
function forgetWords(): void {
  const said = 'meta[name="description"],meta[property^="og:"],script[type="application/ld+json"]';
  for (const each of document.head.querySelectorAll(said)) each.remove();
}

/** Updates the number of posts and the list of authors from the page itself. */
const factsSoon = soon(() => refreshParts('[data-facts]', '[data-turns]'));

/** The thread was merged into another one: the page says where, and stays open for its reader. */
function elsewhere(moved: boolean): void {
  const bar = document.querySelector<HTMLElement>('[data-elsewhere]');
  if (bar !== null) bar.hidden = !moved;
}

/** Whether this page shows acts and waiting posts of a member, which a fragment for everyone does not have. */
function isPersonal(): boolean {
  return document.querySelector('[data-member]') !== null;
}

/**
 * When the thread may not be read any more, there is nothing to load; when the server is away, it is tried again
 * later.
 */
function unlessRefused(problem: unknown): null {
  if (problem instanceof PageRefused && problem.status < 500 && problem.status !== 429) return null;
  throw problem;
}
