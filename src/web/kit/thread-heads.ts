import { Injectable } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import type { Audience, ThreadKind, VisibleThread } from '../../threads/visible.js';
import type { Asker } from './page-cache/drawing.js';

export interface DrawnHead {
  readonly part: ComponentChild;
  /** What it shows besides the thread, from tags.ts. */
  readonly tags: readonly string[];
}

/** What stands above the posts of a thread of some kind; null for nothing. Reads what is published alone. */
export type DrawHead = (thread: VisibleThread, audience: Audience, ui: Ui) => Promise<DrawnHead | null>;

/** Fragments for the slots of that head, for one asker. */
export type FillHead = (thread: VisibleThread, asker: Asker) => Promise<Readonly<Record<string, string>>>;

/**
 * What the page of a thread shows besides its posts: the wing that owns a kind registers it here at the start
 * (`onModuleInit`), because the wing of threads may not import it.
 */
@Injectable()
export class ThreadHeads {
  private readonly heads = new Map<ThreadKind, DrawHead>();

  private readonly fillings: { kind: ThreadKind; fill: FillHead }[] = [];

  set(kind: ThreadKind, draw: DrawHead): void {
    this.heads.set(kind, draw);
  }

  /** Several may each fill slots of their own. */
  fill(kind: ThreadKind, fill: FillHead): void {
    this.fillings.push({ kind, fill });
  }

  async of(thread: VisibleThread, audience: Audience, ui: Ui): Promise<DrawnHead | null> {
    return (await this.heads.get(thread.kind)?.(thread, audience, ui)) ?? null;
  }

  async slotsOf(thread: VisibleThread, asker: Asker): Promise<Record<string, string>> {
    const mine = this.fillings.filter(({ kind }) => kind === thread.kind);
    return Object.assign({}, ...(await Promise.all(mine.map(({ fill }) => fill(thread, asker)))));
  }
}
