import { Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { Credentials } from './credentials.js';
import { Directory } from './directory.js';
import { Roles } from './roles.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SetUpLink } from './set-up-link.js';

/**
 * Who has an account: names, passwords, recovery codes, sessions, roles, and the set-up that makes the first
 * administrator. Nobody outside sees a password, a code, an e-mail address or a token that is stored here: they leave
 * once, to the member themself, or never. Whatever takes a right away ends sessions and says so in the news.
 */
@Module({
  providers: [Accounts, Credentials, Directory, Roles, Sessions, SetUp, SetUpLink],
  exports: [Accounts, Credentials, Directory, Roles, Sessions, SetUp, SetUpLink],
})
export class MembersModule {}
