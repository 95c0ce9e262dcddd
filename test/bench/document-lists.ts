import { median, type Row, short } from './table.js';

interface Manner {
  documents: number;
  runs: number;
  /** So many pages before, of all questions by turns: a process that has just started compiles what it draws. */
  warm: number;
  say: (line: string) => void;
}

/** Milliseconds for a page, and how many documents it shows. */
async function taken(url: string, query: string, since: number): Promise<{ took: number; hits: number }> {
  const started = performance.now();
  const answer = await fetch(`${url}/documents?${query}&since=${since}-01-01`);
  const page = await answer.text();
  if (answer.status !== 200) throw new Error(`${query} answers ${answer.status}`);
  return { took: performance.now() - started, hits: page.split('<article').length - 1 };
}

/** Lists and searches, each asked for so often, with an address of its own each time. */
export async function listed(url: string, { documents, runs, warm, say }: Manner): Promise<Row[]> {
  const middle = Math.floor(documents / 2);
  const questions: [what: string, query: string, aim: string][] = [
    ['the library', '', '20 ms'],
    ['of one nature', 'nature=letter', '20 ms'],
    ['from one town hall', 'from=Commune 7', '20 ms'],
    ['q: a word of every page', 'q=commune', '50 ms'],
    ['q: three frequent words', 'q=conseil vidéosurveillance marché', '50 ms'],
    ['q: a phrase', 'q="conseil commune"', '50 ms'],
    ['q: a phrase and a word less', 'q="commune commune" -prestataire', '50 ms'],
    ['q: a word of one document', `q=seul${middle}`, '50 ms'],
    ['q: a title', `q=Délibération ${middle}`, '50 ms'],
    ['q: a frequent word, of one nature', 'q=conseil&nature=photo', '50 ms'],
    ['q: a word of no document', 'q=nullepart', '50 ms'],
  ];
  const early: number[] = [];
  for (let turn = 0; turn < warm; turn++) {
    const [, query] = questions[turn % questions.length] ?? [];
    early.push((await taken(url, query ?? '', 1900 + turn)).took);
  }
  if (warm > runs)
    say(`warming up: ${short(median(early.slice(0, runs)), 'ms')}, then ${short(median(early.slice(-runs)), 'ms')}`);
  const rows: Row[] = [];
  for (const [what, query, aim] of questions) {
    const times: number[] = [];
    let hits = 0;
    for (let run = 0; run <= runs; run++) {
      const one = await taken(url, query, 2001 + run);
      hits = one.hits;
      // The first one plans.
      if (run > 0) times.push(one.took);
    }
    say(`${what}: ${short(median(times), 'ms')}, ${hits} hits`);
    rows.push({ what, ours: short(median(times), 'ms'), aim, besides: `${hits} hits` });
  }
  return rows;
}
