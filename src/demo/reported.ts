import { Reports } from '../desk/reports/reports.js';
import type { Act } from './act.js';
import { spot, type Spot } from './aftermath.js';
import type { DatedChapter } from './chapter.js';
import { reports } from './texts/desk-reports.js';
import { unlessDone } from './stage.js';

const MINUTE = 60_000;

interface Reported {
  post: Spot;
  by: string;
  ago: number;
  reason: string;
  remark: string;
}

/**
 * `=== thread | beginning of the post`, and below it `who | minutes ago | reason | remark` for each reader, or `!`
 * before what was decided.
 */
function read(chapters: DatedChapter[], written: string): { post: Spot; said: Reported[]; decided: string[][] } {
  const [head = '', ...lines] = written.trim().split('\n');
  const [thread = '', beginning = ''] = head.split(' | ');
  const post = spot(chapters, thread, beginning);
  const rows = lines.filter((line) => line !== '').map((line) => line.split(/ ?\| ?/));
  const said = rows
    .filter(([first]) => !first?.startsWith('!'))
    .map(([by = '', ago = '', reason = '', remark = '']): Reported => ({
      post,
      by: by === '-' ? '' : by,
      ago: Number(ago),
      reason,
      remark,
    }));
  return { post, said, decided: rows.filter(([first]) => first?.startsWith('!')) };
}

function reporting({ post, by, ago, reason, remark }: Reported, now: Date): Act {
  const at = new Date(now.getTime() - ago * MINUTE);
  return {
    at,
    alone(stage) {
      const thread = stage.thread(post.title);
      const key = stage.key(`report of ${post.title} ${post.number} ${by} ${ago}`);
      return unlessDone(
        new Reports(stage.writer).report(stage.who(by), { thread, number: post.number, reason, remark, key }, at),
      );
    },
  };
}

/**
 * `! moderator | minutes ago | reason or nothing | remark`: with a reason the post is taken down, without one it
 * stays.
 */
function deciding({ title, number }: Spot, [by = '', ago = '', reason = '', remark = '']: string[], now: Date): Act {
  const at = new Date(now.getTime() - Number(ago) * MINUTE);
  return {
    at,
    async alone(stage) {
      const [report] = await stage.writer.query<{ submission: string }>(
        `select id as submission from desk.submission where kind = 'report' and thread_id = $1 and number = $2
          order by written_at limit 1`,
        [stage.thread(title), number],
      );
      if (report === undefined) throw new Error(`nobody has reported ${number} of « ${title} »`);
      await stage.decide(
        by.slice(2),
        report,
        { decision: reason === '' ? 'accept' : 'refuse', reasons: reason === '' ? [] : [reason], remark },
        at,
      );
    },
  };
}

/** What readers have reported: some of it waits, some of it was decided. */
export function reported(chapters: DatedChapter[], now: Date): Act[] {
  return reports
    .split(/^=== /m)
    .slice(1)
    .flatMap((written) => {
      const { post, said, decided } = read(chapters, written);
      return [...said.map((one) => reporting(one, now)), ...decided.map((one) => deciding(post, one, now))];
    });
}
