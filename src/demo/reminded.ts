import { CaseDates } from '../cases/case-dates.js';
import { CaseSteps } from '../cases/case-steps.js';
import { Cases } from '../cases/cases.js';
import { Deadlines } from '../cases/deadlines.js';
import type { OpenDatabase } from '../database/open-database.js';
import { Reader } from '../database/reader.js';
import { Writer } from '../database/writer.js';
import { NewsWire } from '../events/news-wire.js';
import { Reminders } from '../notices/cases/reminders.js';
import { CurrentSite } from '../site/current-site.js';

/** The member among the four whose passwords are printed. */
export const REMINDED = 'Maud Tessier';
/** Days: since then one of the dates came near, of which the forum tells as soon as it runs. */
const AGO = 20;
/** How their titles begin. */
const CASES = ['Metz : quarante-deux', 'Dijon : le poste central'];
const DAY = 86_400_000;

/** Who follows the dates of some cases. */
export async function reminded({ reader, writer, news }: OpenDatabase, member: number, now: Date): Promise<void> {
  const from = new Reader(reader);
  const dates = new CaseDates(new CaseSteps(from), new Deadlines(from));
  const site = new CurrentSite(from, new NewsWire(news));
  const reminders = new Reminders(new Writer(writer), new Cases(from), dates, site);
  const at = new Date(now.getTime() - AGO * DAY);
  const found = await from.query<{ thread: number }>(
    `select t.id as thread from thread t join unnest($1::text[]) as begins on starts_with(t.title, begins)
     order by t.id`,
    [CASES],
  );
  for (const { thread } of found) await reminders.start({ member }, { thread, language: 'fr', letterWait: 0 }, at);
}
