import { announce } from '../kit/announce.ts';
import type { FreshBar } from '../kit/fresh-bar.ts';

/**
 * The posts of this page. New ones are added without moving the text that is being read; `shown` is called for each
 * that becomes visible.
 */
export class ThreadList {
  constructor(
    private readonly list: HTMLElement,
    private readonly bar: FreshBar,
    private readonly shown: () => void,
  ) {
    bar.onPress((event) => this.reveal(event));
  }

  /** The address of the page after this one; null on the last page, where new posts belong. */
  private get next(): string | null {
    return this.list.dataset.next ?? null;
  }

  has(number: number): boolean {
    return document.getElementById(`post-${number}`) !== null;
  }

  /** Adds a post that was published after all those of this page. */
  add(number: number, post: HTMLElement): void {
    if (this.next !== null) {
      this.bar.add(this.next);
      return;
    }
    const line = document.createElement('li');
    line.append(post);
    const behind = this.bar.shown || !this.readerIsAtTheEnd();
    line.hidden = behind;
    const branch = this.branchOf(number, post);
    if (branch === null) this.list.append(line);
    else branch.after(line);
    if (behind) {
      this.bar.add(`#post-${number}`);
      return;
    }
    announce(this.bar.words(1));
    this.shown();
  }

  /** In a section that shows branches: the last element of the branch to which an answer belongs. */
  private branchOf(number: number, { dataset: { root } }: HTMLElement): Element | null {
    if (root === undefined || Number(root) === number || !this.list.classList.contains('branches')) return null;
    const branch = this.list.querySelectorAll(`[data-root="${CSS.escape(root)}"]`);
    return branch[branch.length - 1]?.closest('li') ?? null;
  }

  /** Puts a post's new state in place; an answer that is older than the post on the page changes nothing. */
  replace(number: number, post: HTMLElement): void {
    const standing = document.getElementById(`post-${number}`);
    if (standing === null || changeOf(post) < changeOf(standing)) return;
    standing.replaceWith(post);
  }

  /** Shows the new posts; the browser then follows the link to the first of them. */
  private reveal(event: MouseEvent): void {
    if (this.next !== null) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    for (const line of this.list.querySelectorAll<HTMLElement>(':scope > li[hidden]')) line.hidden = false;
    this.bar.clear();
    this.shown();
  }

  private readerIsAtTheEnd(): boolean {
    const lines = this.list.querySelectorAll<HTMLElement>(':scope > li:not([hidden])');
    const end = lines[lines.length - 1]?.getBoundingClientRect().bottom ?? 0;
    return end >= 0 && end <= window.innerHeight && !somebodyWrites();
  }
}

/** Whether somebody is writing in a form below the posts, which would move while they type. */
function somebodyWrites(): boolean {
  if (document.activeElement?.matches('input, textarea, select')) return true;
  return [...document.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue);
}

export function changeOf(post: HTMLElement): number {
  return Number(post.dataset.change ?? 0);
}
