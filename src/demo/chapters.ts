import { census } from './census.js';
import type { Chapter } from './chapter.js';
import { Dice } from './dice.js';
import { Filler } from './filler.js';
import { type Line, type Scene, scenes } from './script.js';
import { algorithms } from './texts/algorithms.js';
import { backstage } from './texts/backstage.js';
import { documentsOne } from './texts/documents-one.js';
import { documentsTwo } from './texts/documents-two.js';
import { townsOne } from './texts/towns-one.js';
import { townsTwo } from './texts/towns-two.js';
import { workshops } from './texts/workshops.js';

/** Posts of the community without the long thread, which comes on top of them. */
export const POSTS = 600;
export const CENSUS_POSTS = 1_200;

const written = [townsOne, townsTwo, algorithms, documentsOne, documentsTwo, workshops, backstage];

/** Every thread, oldest first: written scenes filled up to 600 posts, and the census of 1,200. */
export function chapters(): Chapter[] {
  const dice = new Dice('Val-Brézin');
  const filler = new Filler(dice);
  const all = written.flatMap((script) => scenes(script));
  const missing = POSTS - all.reduce((sum, scene) => sum + 1 + scene.replies.length, 0);
  const shares = share(
    missing,
    all.map((scene) => (mayGrow(scene, filler) ? 0.25 + 4 * dice.next() ** 3 : 0)),
  );
  const filled = all.map((scene, place) => fillUp(scene, shares[place] ?? 0, filler, dice));
  return [...filled, census(CENSUS_POSTS, dice)].toSorted((a, b) => b.daysAgo - a.daysAgo);
}

/** Phrases are added only to short scenes: a long one is complete as it is written. */
function mayGrow(scene: Scene, filler: Filler): boolean {
  return filler.speaksIn(scene.category) && scene.replies.length < 9;
}

/** `total` in whole parts as near as can be to the weights. */
function share(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let given = 0;
  let weighed = 0;
  return weights.map((weight) => {
    weighed += weight;
    const part = Math.round((total * weighed) / sum) - given;
    given += part;
    return part;
  });
}

/** Puts `count` replies between those of the scene; what answers a number keeps answering the same message. */
function fillUp(scene: Scene, count: number, filler: Filler, dice: Dice): Chapter {
  const chapter: Chapter = { ...scene, replies: [] };
  const numbers = [0, 1];
  const waiting = [...scene.replies];
  for (let left = count; left + waiting.length > 0;) {
    const next = dice.next() * (left + waiting.length) < left ? undefined : waiting.shift();
    if (next === undefined) {
      left -= 1;
      chapter.replies.push(filler.reply(chapter, chapter.replies));
    } else {
      chapter.replies.push(moved(next, numbers));
      numbers.push(chapter.replies.length + 1);
    }
  }
  return chapter;
}

function moved(line: Line, numbers: number[]): Line {
  const now = (number: number): number => {
    const found = numbers[number];
    if (found === undefined) throw new Error(`« ${line.text} » answers a message that is not above it`);
    return found;
  };
  return {
    ...line,
    replyTo: line.replyTo === null ? null : now(line.replyTo),
    quoted: line.quoted && { ...line.quoted, number: now(line.quoted.number) },
  };
}
