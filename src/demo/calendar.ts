import type { Chapter, DatedChapter, Message } from './chapter.js';
import { playersByName } from './cast.js';
import type { Dice } from './dice.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago the newest post of the liveliest threads was published, the liveliest first. */
const LIVELY: [title: string, ago: number][] = [
  ['Ostremont : des micros dans les lampadaires ?', 4 * MINUTE],
  ['Référé ou pas référé ? Retour d’expérience', 26 * MINUTE],
  ['Relevé de Port-Elvain : une caméra, un message', 51 * MINUTE],
  ['Collectionnons les fausses alertes', 2 * HOUR],
  ['Modèle de demande, version 4', 3.4 * HOUR],
  ['Caisse commune : timbres, agrafes, thé', 5 * HOUR],
  ['Glossaire : leurs mots, nos mots', 7 * HOUR],
  ['La carte : dôme, tube, tourelle, comment les nommer ?', 22 * HOUR],
  ['Tour de garde du mois', 27 * HOUR],
  ['Combien ça coûte, vraiment ? Le tableau de Val-Brézin', 2.2 * DAY],
];
const lively = new Map(LIVELY);

/**
 * Gives each message the moment of its sending and of its publication, counted back from `now`. The order of a
 * chapter is the order of its publications, and nobody answers what is not published yet.
 */
export function dated(chapter: Chapter, now: Date, dice: Dice): DatedChapter {
  const { daysAgo, replies, ...rest } = chapter;
  const opened = now.getTime() - daysAgo * DAY + dice.whole(0, 10) * HOUR;
  const ago = lively.get(chapter.title);
  const span = ago === undefined ? days(daysAgo, replies.length, dice) * DAY : now.getTime() - ago - opened;
  const long = replies.length > 100;
  const delays = [chapter, ...replies].map((one) => delay(one.by, chapter.category, dice) / (long ? 12 : 1));
  const gaps = replies.map(() => 0.05 + dice.next() ** 3);
  const [first = 0] = delays;
  const waited = delays.reduce((a, b) => a + b, 0);
  const scale = (span - waited) / gaps.reduce((a, b) => a + b, 0);
  let clock = opened + first;
  const messages = replies.map((line, place): Message => {
    const writtenAt = clock + (gaps[place] ?? 0) * scale;
    clock = writtenAt + (delays[place + 1] ?? 0);
    return { ...line, writtenAt: awake(writtenAt, now), publishedAt: awake(clock, now) };
  });
  return { ...rest, writtenAt: awake(opened, now), publishedAt: awake(opened + first, now), replies: messages };
}

/** How long people speak in a thread: some are over in a few days, others are taken up again until lately. */
function days(daysAgo: number, replies: number, dice: Dice): number {
  const most = Math.max(daysAgo - 3, daysAgo / 2);
  return dice.next() < 0.45 ? Math.min(most, 1 + replies * dice.whole(1, 4)) : most * (1 - dice.next() ** 2.5 * 0.8);
}

/** Minutes for the team's own threads, hours for other messages, because moderators also sleep and work. */
function delay(by: string, category: string, dice: Dice): number {
  if (category === 'equipe' || category === 'coordination') return 0;
  const member = playersByName.has(by);
  if (category === 'ateliers' && member) return 0;
  return dice.whole(4, 40) * MINUTE + dice.next() ** 2 * 6 * HOUR;
}

/**
 * Most people write between half past six and half past eleven at night; each day but today is pressed into those
 * hours.
 */
function awake(moment: number, now: Date): Date {
  const midnight = (at: number): number => Math.floor((at + HOUR) / DAY) * DAY - HOUR;
  const day = midnight(moment);
  if (day >= midnight(now.getTime())) return new Date(moment);
  return new Date(day + 6.5 * HOUR + ((moment - day) * 17) / 24);
}
