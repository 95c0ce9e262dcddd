import type { Act } from './act.js';
import type { DatedChapter } from './chapter.js';
import { Deck } from './deck.js';
import { Dice } from './dice.js';
import { fill } from './fill.js';
import type { Stage } from './stage.js';
import { pastPhrases } from './texts/past-phrases.js';
import { acts, type Judgement, type Unpublished } from './unpublished.js';

const DAY = 24 * 60;
/** The months before the stories of the last weeks. */
const MONTHS = { first: 1, last: 9 };
const PAST_IN = ['villes', 'villes', 'villes', 'videosurveillance-algorithmique', 'documents', 'ateliers'];
const TEAM = ['Ilyès Carpentier', 'Ilyès Carpentier', 'Nadia Kherfi', 'Augustin Pell'];
const NAMES = ['', '', 'Passant', 'Un habitant', 'Contribuable', 'Voisine', 'Curieux', 'Quelqu’un du quartier'];

/** How many there are of each in a month, at least and at most. */
const SHARES: [string, number, number][] = [
  ['spam', 3, 8],
  ['return', 4, 8],
  ['off-topic', 3, 8],
  ['insult', 2, 7],
  ['unsourced', 0, 3],
  ['personal-data', 0, 2],
  ['advertising', 0, 2],
  ['other', 0, 1],
];

function judgement(kind: string, dice: Dice): Judgement {
  const by = dice.pick(TEAM);
  const after = dice.whole(8, 55) + Math.round(dice.next() ** 3 * 14 * 60);
  if (kind === 'spam') return { by, after, decision: 'spam' };
  if (kind === 'return')
    return {
      by,
      after,
      decision: 'return',
      remark: 'Pouvez-vous dire d’où cela vient, ou retirer ce qui désigne quelqu’un ? Nous publions ensuite.',
    };
  return { by, after, decision: 'refuse', reason: kind };
}

/** Four in ten who were refused appeal, and somebody else of the team looks at it again. */
function objection(judged: Judgement, dice: Dice): Pick<Unpublished, 'objection'> {
  if (judged.decision !== 'refuse' || dice.next() > 0.4) return {};
  const by = dice.pick(TEAM.filter((name) => name !== judged.by));
  const again: Judgement = {
    by,
    after: dice.whole(90, 1_500),
    decision: 'refuse',
    remark: 'Nous l’avons relu à deux : la charte dit la même chose.',
  };
  return {
    objection: {
      after: judged.after + dice.whole(30, 900),
      text: 'Je ne vois pas ce qui gêne dans ce message, relisez-le.',
      judged: again,
    },
  };
}

/** Nine months of what a team refuses, sends back and throws away, so that the statistics have something to say. */
export function past(chapters: DatedChapter[], now: Date): Act[] {
  const dice = new Dice('Pont-Mélisse');
  const decks = new Map(Object.entries(pastPhrases).map(([kind, phrases]) => [kind, new Deck(phrases, dice)]));
  const threadFor = (wanted: string, at: Date): DatedChapter | null => {
    const open = chapters.filter(({ category, publishedAt }) => category === wanted && publishedAt < at);
    return open.length === 0 ? null : dice.pick(open);
  };
  const found: Act[] = [];
  for (let month = MONTHS.first; month <= MONTHS.last; month += 1) {
    for (const [kind, least, most] of SHARES) {
      for (let left = dice.whole(least, most); left > 0; left -= 1) {
        const ago = month * 30 * DAY + dice.whole(0, 29) * DAY + dice.whole(0, 14 * 60);
        const chapter = threadFor(dice.pick(PAST_IN), new Date(now.getTime() - ago * 60_000));
        const text = fill(decks.get(kind)?.draw() ?? '', dice);
        const judged = judgement(kind, dice);
        const more = objection(judged, dice);
        const by = dice.pick(NAMES);
        if (chapter === null) continue;
        const words = (stage: Stage) => ({
          kind: 'reply' as const,
          thread: stage.thread(chapter.title),
          text,
          replyTo: null,
        });
        found.push(...acts({ by, ago, words, judged: [judged], ...more }, `past ${found.length}`, now));
      }
    }
  }
  return found;
}
