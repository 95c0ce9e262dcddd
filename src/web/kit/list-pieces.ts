import { Injectable } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import type { Audience } from '../../threads/visible.js';

/** In the order in which they stand. */
const ORDER = ['cases', 'workshops'] as const;

export type ListPieceName = (typeof ORDER)[number];

/** Reads what is published, for this audience alone; `category` null for all of them. Null where there is nothing. */
export type DrawListPiece = (category: { id: number } | null, audience: Audience, ui: Ui) => Promise<ComponentChild>;

/**
 * What stands above the lists of threads, on the home page and in a category: the wings that own it register it here
 * at the start (`onModuleInit`), because the wing of threads may not import them.
 */
@Injectable()
export class ListPieces {
  private readonly pieces = new Map<ListPieceName, DrawListPiece>();

  set(name: ListPieceName, draw: DrawListPiece): void {
    this.pieces.set(name, draw);
  }

  /** Null where none of them has anything to show. */
  async of(category: { id: number } | null, audience: Audience, ui: Ui): Promise<ComponentChild> {
    const drawn = await Promise.all(ORDER.map(async (name) => this.pieces.get(name)?.(category, audience, ui)));
    const there = drawn.filter((each) => each !== null && each !== undefined);
    return there.length === 0 ? null : there;
  }
}
