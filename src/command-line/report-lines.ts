import type { Catalogue } from '../../client/locales/fr.js';
import type { Report, Tally } from '../import/report.js';

interface Heading {
  dry: boolean;
  emails: boolean;
}

/** The report of an import as the administrator reads it, in their language. */
export function reportLines(report: Report, t: Catalogue['spip'], { dry, emails }: Heading): string[] {
  const { read, articles, messages } = report;
  const counts = [
    t.published(messages.published),
    t.waiting(messages.waiting),
    ...some(messages.before, t.before),
    ...some(report.sections, t.sections),
    t.made(articles.made),
    ...some(articles.known, t.known),
    ...some(articles.unpublished, t.unpublished),
    ...some(report.emails, t.emails),
  ];
  return [
    t.title(report.site),
    ...(dry ? [t.dry] : []),
    t.read(t.articles(read.articles), t.messages(read.messages)),
    ...some(read.unreadable, t.unreadable),
    t.imported,
    ...counts.map(indented),
    ...tallies(t.skipped, report.skipped, t.why, t),
    ...tallies(t.noticed, report.noticed, t.notices, t),
    emails ? t.noSecrets : t.noEmails,
  ];
}

function some(count: number, say: (count: number) => string): string[] {
  return count === 0 ? [] : [say(count)];
}

function indented(line: string): string {
  return `  ${line}`;
}

function tallies(
  title: string,
  all: ReadonlyMap<string, Tally>,
  words: Record<string, string>,
  t: Catalogue['spip'],
): string[] {
  if (all.size === 0) return [];
  const lines = [...all]
    .toSorted(([, a], [, b]) => b.count - a.count)
    .map(([key, { count, ids }]) => {
      const first = ids.map((id) => t.number(id)).join(', ');
      const [reason = '', code] = key.split(':');
      const why = words[reason] ?? reason;
      return indented(
        t.line(String(count), code === undefined ? why : `${why} [${code}]`, count > ids.length ? `${first}…` : first),
      );
    });
  return [title, ...lines];
}
