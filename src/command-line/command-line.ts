// The administrator's commands, which work beside a running forum: they go to the same database, tell the same news,
// and never start a second server on data that one has open. They speak English, like the rest of the start; what
// readers and moderators see is in client/locales.
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { readConfig } from '../config/read-config.js';
import { render } from '../markup/render.js';
import { PublishingModule } from '../publishing/publishing.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import type { Language, Role } from '../visitors/visitor.js';
import { explain } from './explain.js';
import { checkFiles, moveFiles } from './files.js';
import { moveFromSpip } from './import.js';
import { addMember, giveRole, reinstate, suspend } from './members.js';
import { rebuildSearch } from './search.js';
import { withMembers } from './with-members.js';

const ROLES: Role[] = ['member', 'moderator', 'organizer', 'administrator'];

/** Runs one command; the exit code is 0 when it was done and 1 when it was not, with the reason on standard error. */
export async function commandLine(words: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    console.error(explain(error));
    return 1;
  }
}

function program(): Command {
  const palabre = new Command('palabre')
    .description(
      'Commands for the administrator. They read the same settings as npm start: DATA_DIR or DATABASE_URL say ' +
        'which forum.',
    )
    .showHelpAfterError();
  const member = palabre.command('member').description('Accounts of members');

  member
    .command('add')
    .description('Makes an account and prints its recovery codes, which are shown only once')
    .argument('<name>', 'the name that everybody sees')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).default('member'))
    .requiredOption('--password-stdin', 'read the password from standard input')
    .action(async (name: string, { role }: { role: Role }) => {
      const password = (await text(process.stdin)).replace(/\r?\n$/, '');
      await inMembers(addMember(name, role, password));
    });
  member
    .command('role')
    .description('Gives a member another role; they log in anew')
    .argument('<name>')
    .addArgument(palabre.createArgument('<role>').choices(ROLES))
    .action((name: string, role: Role) => inMembers(giveRole(name, role)));
  member
    .command('suspend')
    .description('Ends all sessions of a member and lets them log in no more; what they published stays')
    .argument('<name>')
    .action((name: string) => inMembers(suspend(name)));
  member
    .command('reinstate')
    .description('Lets a suspended member log in again')
    .argument('<name>')
    .action((name: string) => inMembers(reinstate(name)));

  palabre
    .command('render')
    .description('Prints the HTML of a text given on standard input, as a post would show it')
    .addOption(new Option('--language <language>', 'whose typography').choices(['fr', 'en']).default('fr'))
    .action(async ({ language }: { language: Language }) => console.log(render(await text(process.stdin), language)));
  palabre
    .command('search')
    .description('What people find posts by')
    .command('rebuild')
    .description(
      'Makes the index of all published texts anew, beside a running forum; broken off, it goes on by itself',
    )
    .action(async () => console.log(await withMembers(readConfig(), rebuildSearch(console.error), PublishingModule)));
  const files = palabre.command('files').description('Files that people attach');
  files
    .command('check')
    .description('Compares the folder of files with the tables: what is missing, changed or belongs to nothing')
    .action(async () => console.log(await withMembers(readConfig(), checkFiles(console.error), UploadsModule)));
  files
    .command('move')
    .description('Copies all files to another folder, which FILES_DIR then names')
    .argument('<folder>', 'an empty folder, or one that does not exist yet')
    .action(async (to: string) => console.log(await withMembers(readConfig(), moveFiles(to), UploadsModule)));
  importing(palabre);
  return palabre;
}

interface ImportWords {
  site?: string;
  dryRun?: boolean;
  withEmails?: boolean;
  withLinks?: boolean;
  prefix?: string;
  articleAddress?: string;
  language?: Language;
}

function importing(palabre: Command): void {
  palabre
    .command('import')
    .description('Brings in what people wrote elsewhere')
    .command('spip')
    .description(
      'Articles and messages of a site of SPIP, from its SQLite dump or from what mysqldump writes; again ' +
        'brings only what is new',
    )
    .argument('<dump>', 'a file: .sqlite, .sql or .sql.gz')
    .option('--site <slug>', 'the site here that the articles belong to; not needed where there is one')
    .option('--dry-run', 'write nothing, and say what would be')
    .option('--with-emails', 'keep the mail addresses of authors, which only the team can see')
    .option('--with-links', 'put the link that stands beside a message at its end')
    .option('--prefix <prefix>', 'of the tables, where the dump holds several sites')
    .option('--article-address <address>', 'where an article is, with {id} for its number; as the dump says otherwise')
    .addOption(new Option('--language <language>', 'of the report; that of the forum otherwise').choices(['fr', 'en']))
    .action(async (dump: string, words: ImportWords) => {
      const {
        site = null,
        dryRun = false,
        withEmails: emails = false,
        withLinks: links = false,
        prefix = null,
        articleAddress = null,
        language = null,
      } = words;
      // The report goes to standard output, which may be a file; progress goes to standard error, for the person who
      // waits.
      console.log(
        await moveFromSpip(
          readConfig(),
          { dump, site, dryRun, emails, links, prefix, articleAddress },
          language,
          console.error,
        ),
      );
    });
}

/** Each command says in one line what it has done. */
async function inMembers(work: Parameters<typeof withMembers>[1]): Promise<void> {
  console.log(await withMembers(readConfig(), work));
}
