import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Ui } from '../../../../client/kit/ui.js';
import type { Visitor } from '../../../visitors/visitor.js';
import type { Fragments } from './template.js';

/** Who asks for a page, with words and dates of this very request. */
export interface Asker {
  visitor: Visitor;
  ui: Ui;
  /** As much of it as there is before Fastify, too. */
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'query'>;
}

/** Fragments for the slots of a page, for one asker; those for guests are the same for each of them. */
export type Slots = (asker: Asker) => Promise<Fragments>;

/** A page of one audience as its controller describes it. */
export interface Drawing<P = unknown> {
  page: VNode<P>;
  /** The one right address of this page, with its query; under any other spelling it is not kept. */
  address: string;
  /** The pages around it, for `Link`. */
  next?: string | null;
  previous?: string | null;
  /**
   * Whether a kept one is given to members before the handler is asked: only where what the handler does for a member
   * hangs on the audience alone.
   */
  atDoor?: boolean;
  /** What the page shows, from tags.ts. */
  tags: readonly string[];
  /**
   * By the name of their slot, pieces that are the same for the whole audience and too large to become bytes at once:
   * a megabyte of text takes longer than others should wait.
   */
  parts?: Readonly<Record<string, Buffer>>;
  /** Keeps what it closes over as long as the page is kept: let it close over little. */
  slots?: Slots;
}
