import { command, type ForumProcess } from './forum-process.js';
import type { Victim } from './killing.js';
import { until } from '../until.js';

/** Files come as often as somebody can send them. */
export const MANY_FILES = { LIMIT_UPLOAD: '100000/60', LIMIT_UPLOAD_KB: '100000000/60' };

/**
 * What became of a text with two files: the way to follow it where it was thanked for, or the status of its refusal.
 */
export interface Filed {
  title: string;
  followed: string | null;
  refused: number | null;
}

/** A guest sends a text with two files; a connection that breaks off is neither thanked for nor refused. */
export async function file({ address }: ForumProcess, category: string, title: string): Promise<Filed> {
  const form = new FormData();
  const fields = { title, text: 'Avec ses fichiers.', key: `filed-${title.replaceAll(' ', '-')}`, action: 'send' };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const nth of [1, 2]) form.append('file', new Blob([`${title} ${nth}\n`.repeat(2_000)]), `${nth}.txt`);
  try {
    const headers = { origin: address };
    const options = { method: 'POST', headers, body: form, redirect: 'manual' } as const;
    const { status, headers: answered } = await fetch(`${address}${category}/threads`, options);
    return { title, followed: answered.get('location'), refused: status === 303 ? null : status };
  } catch {
    return { title, followed: null, refused: null };
  }
}

export interface FiledRow {
  id: string;
  title: string;
  status: string;
  /** The state of each. */
  files: string[];
  /** How many files belong to it. */
  left: number;
}

/** What is wrong with files and their rows once the job has gone round; nothing, where all is well. */
export async function wrongWithFiles(victim: Victim, data: string, patience: number): Promise<string[]> {
  await victim.ask(`select graphile_worker.add_job('keep-files', '{}')`);
  await until(
    async () => {
      const left = await victim.ask(
        `select from desk.file f where state = 'unchecked' union all select from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'keep-files' and j.key is null
         -- What a killed process was doing is never tried again once the start has put another one in its place.
         and j.attempts < j.max_attempts`,
      );
      if (left.length > 0) throw new Error(`${left.length} files or rounds of the job are left`);
    },
    patience,
    200,
  );
  const check = command(data, ['files', 'check']);
  const wrong = check.code === 0 ? [] : [`files check ends with ${check.code}: ${check.said}${check.complained}`];
  for (const what of ['missing', 'changed', 'unknown'])
    if (!check.said.includes(`\n0 ${what}\n`)) wrong.push(`files check: ${check.said}`);
  const shown = await victim.ask<{ title: string }>(
    `select s.title from document d join desk.document a on a.id = d.id join desk.submission s on s.id = a.submission_id
     join desk.file f on f.id = d.id where s.status <> 'published' or f.state <> 'clean'`,
  );
  wrong.push(...shown.map(({ title }) => `${title}: shown and not published`));
  return wrong;
}

/** Everything that was sent, and the states of its files. */
export function filed(victim: Victim): Promise<FiledRow[]> {
  return victim.ask<FiledRow>(
    `select s.id, s.title, s.status, array(select coalesce(f.state, 'gone') || coalesce(' ' || f.refusal, '')
       from jsonb_array_elements(s.documents) e left join desk.document d on d.id = (e->>'id')::uuid
       left join desk.file f on f.id = d.id) as files,
       (select count(*)::int from desk.document d where d.submission_id = s.id) as left from desk.submission s`,
  );
}
