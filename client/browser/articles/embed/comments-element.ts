import { askForum, bring, FORUM, make, readHtml } from './forum.ts';
import { Box } from './box.ts';
import { ReservedHeight } from './reserved-height.ts';
import { Section } from './section.ts';
import { wear } from './style.ts';

type Watch = (forum: string, room: string, changed: () => void) => () => void;

/**
 * The section in a shadow root, as the server draws it. The content that the page wrote inside the element, a plain
 * link to the section, is shown until the section has been loaded, and stays when it can't be loaded.
 */
export class CommentsElement extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly section = new Section(this.root);
  private readonly height = new ReservedHeight(this, this.root);
  private leave: () => void = () => undefined;
  private asked = 0;

  connectedCallback(): void {
    if (this.root.firstChild === null) {
      this.root.append(make('slot'));
      new Box(this.root, `palabre:${this.path}`);
    }
    const shown = this.refresh().then(() => {
      this.height.settle();
      this.section.showTarget();
    });
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      void shown.then(() => this.watch());
    });
    seen.observe(this);
    this.leave = () => seen.disconnect();
  }

  disconnectedCallback(): void {
    this.leave();
  }

  private get path(): string {
    const { site, article } = this.words;
    return `${encodeURIComponent(site)}/${encodeURIComponent(article)}`;
  }

  private get words(): { site: string; article: string; signed: [string, string][] } {
    const word = (name: string): string => this.getAttribute(name) ?? '';
    const signed: [string, string][] = [
      ['title', word('article-title')],
      ['url', word('article-url')],
      ['signature', word('signature')],
    ];
    return { site: word('site'), article: word('article'), signed: signed.filter(([, value]) => value !== '') };
  }

  /**
   * Only the answer to the newest request is shown. When no answer comes, or a later one is an error, the section
   * stays as it is, with the text that somebody is writing in it.
   */
  private async refresh(): Promise<void> {
    const turn = ++this.asked;
    const query = new URLSearchParams(this.words.signed).toString();
    const address = `/articles/${this.path}/comments.html${query === '' ? '' : `?${query}`}`;
    const answer = await askForum(address, { cache: 'no-cache', headers: { accept: 'text/html' } }).catch(() => null);
    // An error at the first loading is shown, because it says in words what is wrong.
    if (answer === null || (!answer.ok && this.section.live !== null)) return;
    const html = await answer.text().catch(() => '');
    const drawn = readHtml(html).querySelector<HTMLElement>('section.palabre-comments');
    if (drawn === null || turn !== this.asked) return;
    await wear(this.root, drawn.dataset.style);
    this.section.show(bring(drawn));
  }

  private async watch(): Promise<void> {
    // After an error there is no section, so there are no changes to listen for.
    if (this.section.live === null || !this.isConnected) return;
    const live = new URL(this.section.live, FORUM);
    if (live.origin !== FORUM) return;
    const { watch } = (await import(/* @vite-ignore */ live.href)) as { watch: Watch };
    this.leave = watch(FORUM, `section:${this.path}`, () => void this.refresh());
    if (!this.isConnected) this.leave();
  }
}
