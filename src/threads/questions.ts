import type { Reader } from '../database/reader.js';
import { POST_COLUMNS, postFrom, type RawPost } from './post-row.js';
import type { Audience, VisiblePost } from './visible.js';

export const QUESTIONS_A_PAGE = 20;
/** Shown below each question; all of them stand in the thread. */
export const MOST_ANSWERS = 10;

export interface Question {
  post: VisiblePost;
  /** What answers it and is no question itself, the first ones first. */
  answers: VisiblePost[];
  /** Whether there are more of them. */
  more: boolean;
}

/** A page of the questions of a thread, those that nobody has answered first. */
export interface Questions {
  questions: Question[];
  /** From 1; there is one even where nothing was asked. */
  pages: number;
}

const STANDS = `p.question and p.gone is null`;
const ANSWERS = `a.thread_id = $1 and a.gone is null and not a.question and a.reply_to`;

type Asked = RawPost & { total: number };

/** Empty beyond the last page. */
export async function questionsOf(
  reader: Reader,
  audiences: Audience[],
  thread: number,
  page: number,
): Promise<Questions> {
  const asked = await reader.query<Asked>(
    `select ${POST_COLUMNS}, p.total from category c cross join lateral (
       select p.*, count(*) over ()::int as total, exists (select 1 from post a where ${ANSWERS} = p.number) as answered
       from post p where p.thread_id = $1 and p.category_id = c.id and ${STANDS}
       order by answered, p.number offset $3 limit $4) p
     left join member m on m.id = p.author_id
     where c.audience = any($2) and c.id = (select t.category_id from thread t where t.id = $1)
     order by p.answered, p.number`,
    [thread, audiences, (page - 1) * QUESTIONS_A_PAGE, QUESTIONS_A_PAGE],
  );
  const answers = await answersTo(
    reader,
    audiences,
    thread,
    asked.map(({ number }) => number),
  );
  const questions = asked.map((row) => {
    const all = answers.filter(({ replyTo }) => replyTo === row.number);
    return { post: postFrom(row), answers: all.slice(0, MOST_ANSWERS), more: all.length > MOST_ANSWERS };
  });
  return { questions, pages: Math.max(1, Math.ceil((asked[0]?.total ?? 0) / QUESTIONS_A_PAGE)) };
}

/** One more of each than is shown. */
async function answersTo(
  reader: Reader,
  audiences: Audience[],
  thread: number,
  numbers: readonly number[],
): Promise<VisiblePost[]> {
  if (numbers.length === 0) return [];
  const rows = await reader.query<RawPost>(
    `select ${POST_COLUMNS} from unnest($3::int[]) q (number) cross join lateral (
       select a.* from post a where ${ANSWERS} = q.number order by a.number limit $4) p
     join category c on c.id = p.category_id and c.audience = any($2)
     left join member m on m.id = p.author_id order by p.number`,
    [thread, audiences, numbers, MOST_ANSWERS + 1],
  );
  return rows.map(postFrom);
}
