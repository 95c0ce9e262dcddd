import { Injectable } from '@nestjs/common';
import type { ComponentChild } from 'preact';
import type { Ui } from '../../../client/kit/ui.js';
import { AboutTown, MOST_ABOUT } from '../../threads/about-town.js';
import type { Audience } from '../../threads/visible.js';
import type { Around } from '../../towns/around.js';
import { tagOf } from './page-cache/tags.js';

/**
 * What the page of a town, a department or a region can show, in the order in which it stands there; the last ones
 * stand beside.
 */
const ORDER = ['cases', 'threads', 'documents', 'workshops'] as const;
const BESIDE: readonly PieceName[] = ['workshops'];

export type PieceName = (typeof ORDER)[number];

/**
 * A section with its heading, for `<div class="stack">`; null where there is nothing about these towns. Reads what is
 * published, for this audience alone, in threads that are about them: the page has the tags of all of these.
 */
export type DrawPiece = (around: Around, audience: Audience, ui: Ui) => Promise<ComponentChild>;

export interface TownDrawn {
  readonly main: ComponentChild[];
  readonly beside: ComponentChild[];
  /** From tags.ts. A page that has nothing yet is made untrue by the first thing as well. */
  readonly tags: readonly string[];
}

/**
 * The parts of such a page that the wings draw: each wing registers its own here at the start (`onModuleInit`),
 * because no wing may import the others.
 */
@Injectable()
export class TownPieces {
  private readonly pieces = new Map<PieceName, DrawPiece>();

  constructor(private readonly about: AboutTown) {}

  set(name: PieceName, draw: DrawPiece): void {
    this.pieces.set(name, draw);
  }

  async of(around: Around, audience: Audience, ui: Ui): Promise<TownDrawn> {
    const drawn = await Promise.all(
      ORDER.map(async (name) => ({ name, part: (await this.pieces.get(name)?.(around, audience, ui)) ?? null })),
    );
    const threads = await this.about.threads(audience, around);
    const there = drawn.filter(({ part }) => part !== null);
    return {
      main: there.filter(({ name }) => !BESIDE.includes(name)).map(({ part }) => part),
      beside: there.filter(({ name }) => BESIDE.includes(name)).map(({ part }) => part),
      tags: tagsAround(around, threads),
    };
  }
}

/** What is written in these threads, and whatever comes to be about these towns. */
export function tagsAround({ town, departments = [] }: Around, threads: readonly number[]): readonly string[] {
  return [
    ...(town === undefined ? [] : [tagOf.town(town)]),
    ...departments.map(tagOf.department),
    ...(threads.length > MOST_ABOUT ? [tagOf.lists] : threads.map(tagOf.thread)),
  ];
}
