import { Injectable } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import { AboutTown } from '../../threads/about-town.js';
import type { Audience } from '../../threads/visible.js';
import type { Town } from '../../towns/town.js';
import { tagOf } from './page-cache/tags.js';

/** What the page of a town can show, in the order in which it stands there; the last ones stand beside. */
const ORDER = ['cases', 'threads', 'documents', 'workshops'] as const;
const BESIDE: readonly PieceName[] = ['workshops'];

export type PieceName = (typeof ORDER)[number];

/**
 * A section with its heading, for `<div class="stack">`; null where there is nothing about this town. Reads what is
 * published, for this audience alone, in threads that are about this town: the page has the tags of all of these.
 */
export type DrawPiece = (town: Town, audience: Audience, ui: Ui) => Promise<ComponentChild>;

export interface TownDrawn {
  readonly main: ComponentChild[];
  readonly beside: ComponentChild[];
  /** From tags.ts. A page that has nothing yet is made untrue by the first thing as well. */
  readonly tags: readonly string[];
}

/**
 * The parts of a town's page that the wings draw: each wing registers its own here at the start (`onModuleInit`),
 * because the wing of towns may not import the others.
 */
@Injectable()
export class TownPieces {
  private readonly pieces = new Map<PieceName, DrawPiece>();

  constructor(private readonly about: AboutTown) {}

  set(name: PieceName, draw: DrawPiece): void {
    this.pieces.set(name, draw);
  }

  async of(town: Town, audience: Audience, ui: Ui): Promise<TownDrawn> {
    const drawn = await Promise.all(
      ORDER.map(async (name) => ({ name, part: (await this.pieces.get(name)?.(town, audience, ui)) ?? null })),
    );
    const threads = await this.about.threads(audience, town.code);
    const there = drawn.filter(({ part }) => part !== null);
    return {
      main: there.filter(({ name }) => !BESIDE.includes(name)).map(({ part }) => part),
      beside: there.filter(({ name }) => BESIDE.includes(name)).map(({ part }) => part),
      tags: [tagOf.town(town.code), ...threads.map(tagOf.thread)],
    };
  }
}
