import { Injectable } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import type { Audience } from '../../threads/visible.js';
import type { Town } from '../../towns/town.js';

/** What the page of a town can show, in the order in which it stands there; the last ones stand beside. */
const ORDER = ['cases', 'threads', 'documents', 'workshops'] as const;
const BESIDE: readonly PieceName[] = ['workshops'];

export type PieceName = (typeof ORDER)[number];

export interface TownPiece {
  /** A section with its heading, for `<div class="stack">`. */
  readonly part: ComponentChild;
  /** What it shows besides the town, from tags.ts; `tagOf.lists` is on the page already. */
  readonly tags: readonly string[];
}

/** Reads what is published, for this audience alone; null where there is nothing about this town. */
export type DrawPiece = (town: Town, audience: Audience, ui: Ui) => Promise<TownPiece | null>;

export interface TownDrawn {
  readonly main: ComponentChild[];
  readonly beside: ComponentChild[];
  readonly tags: string[];
}

/**
 * The parts of a town's page that the wings draw: each wing registers its own here at the start (`onModuleInit`),
 * because the wing of towns may not import the others.
 */
@Injectable()
export class TownPieces {
  private readonly pieces = new Map<PieceName, DrawPiece>();

  set(name: PieceName, draw: DrawPiece): void {
    this.pieces.set(name, draw);
  }

  async of(town: Town, audience: Audience, ui: Ui): Promise<TownDrawn> {
    const drawn = await Promise.all(
      ORDER.map(async (name) => ({ name, piece: await this.pieces.get(name)?.(town, audience, ui) })),
    );
    const there = drawn.flatMap(({ name, piece }) => (piece ? [{ ...piece, beside: BESIDE.includes(name) }] : []));
    return {
      main: there.filter(({ beside }) => !beside).map(({ part }) => part),
      beside: there.filter(({ beside }) => beside).map(({ part }) => part),
      tags: there.flatMap(({ tags }) => tags),
    };
  }
}
