import { spot } from './aftermath.js';
import type { DatedChapter } from './chapter.js';
import { labelOf } from './conversation.js';
import type { Stage, Words } from './stage.js';
import type { Unpublished } from './unpublished.js';

/** Begins a reply to the thread whose title begins so. */
export function reply(
  chapters: DatedChapter[],
  thread: string,
  text: string,
  answered?: string,
): (stage: Stage) => Words {
  const title = chapters.find((chapter) => chapter.title.startsWith(thread))?.title;
  if (title === undefined) throw new Error(`no thread is called « ${thread} »`);
  const replyTo = answered === undefined ? null : spot(chapters, thread, answered).number;
  return (stage) => ({ kind: 'reply', thread: stage.thread(title), text, replyTo });
}

export function thread(category: string, title: string, text: string): () => Words {
  return () => ({ kind: 'thread', category, title, text });
}

/** `version` is how often the post was changed before. */
export function edit(
  chapters: DatedChapter[],
  thread: string,
  beginning: string,
  changes: { text?: string; body?: string; version?: number },
): Pick<Unpublished, 'by' | 'words'> {
  const at = spot(chapters, thread, beginning);
  const { text = changed(at.text, changes.body ?? ''), version = 0 } = changes;
  const title = /^# (.+)$/m.exec(changes.body ?? '')?.[1];
  return {
    by: at.by,
    words: (stage) => ({
      kind: 'edit',
      thread: stage.thread(at.title),
      number: at.number,
      text,
      version,
      follow: stage.received(labelOf(at.title, at.number)).token,
      ...(title !== undefined && { title }),
    }),
  };
}

/** Applies each line `old words => new words` to the text. */
function changed(text: string, body: string): string {
  return body
    .split('\n')
    .filter((line) => line.includes(' => '))
    .reduce((before, line) => {
      const [from = '', to = ''] = line.split(' => ');
      if (!before.includes(from)) throw new Error(`« ${from} » does not stand in what is edited`);
      return before.replace(from, () => to);
    }, text);
}

/**
 * Reads the submissions that wait from a script: `=== reply | who | minutes ago | thread | beginning of the answered
 * post (optional)`, `=== thread | who | minutes ago | category | title`, or `=== edit | minutes ago | thread |
 * beginning of the post`, with the text below; below an edit stand `before => after` lines, and `# title` where the
 * title changes too.
 */
export function deskScript(script: string, chapters: DatedChapter[]): Unpublished[] {
  return script
    .split(/^=== /m)
    .slice(1)
    .map((written): Unpublished => {
      const [head = '', ...rest] = written.split('\n');
      const [kind = '', ...fields] = head.split(' | ');
      const body = rest.join('\n').trim();
      if (kind === 'edit') {
        const [ago, title = '', beginning = ''] = fields;
        return { ago: Number(ago), ...edit(chapters, title, beginning, { body }) };
      }
      const [by = '', ago, place = '', further] = fields;
      const words = kind === 'thread' ? thread(place, further ?? '', body) : reply(chapters, place, body, further);
      return { by: by === '-' ? '' : by, ago: Number(ago), words };
    });
}
