/** One message of a scene: who says it, in answer to which number, under which quoted words. */
export interface Line {
  by: string;
  text: string;
  replyTo: number | null;
  quoted: null | { number: number; words: string };
}

/** A thread as it is written down in texts/: its opening and what was said after it. */
export interface Scene {
  title: string;
  by: string;
  category: string;
  daysAgo: number;
  text: string;
  replies: Line[];
}

/**
 * Scenes out of a script. `=== title` begins one, `@ author | category | days ago | town` and the text follow;
 * `--- author` is a reply, `--- author > 2` one to post 2; a line `>>2 words` quotes words of post 2 above the text.
 */
export function scenes(script: string): Scene[] {
  return script.split(/^=== /m).slice(1).map(sceneOf);
}

function sceneOf(written: string): Scene {
  const [opening = '', ...replies] = written.split(/^--- /m);
  const [title = '', about = '', ...text] = opening.split('\n');
  const [by = '', category = '', daysAgo = ''] = about.replace(/^@ /, '').split(' | ');
  if (!about.startsWith('@ ') || !/^\d+$/.test(daysAgo))
    throw new Error(`the scene « ${title} » does not say whose it is and when`);
  return { title, by, category, daysAgo: Number(daysAgo), text: text.join('\n').trim(), replies: replies.map(lineOf) };
}

function lineOf(written: string): Line {
  const [head = '', ...rest] = written.split('\n');
  const [by = '', to] = head.split(' > ');
  const body = rest.join('\n').trim();
  const [, number, words = '', text = ''] = /^>>(\d+) (.*)\n([^]*)$/.exec(body) ?? [];
  return {
    by,
    text: number === undefined ? body : text,
    replyTo: to === undefined ? null : Number(to),
    quoted: number === undefined ? null : { number: Number(number), words },
  };
}
