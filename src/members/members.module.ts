import { Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { Credentials } from './credentials.js';
import { Directory } from './directory.js';
import { Roles } from './roles.js';
import { Sessions } from './sessions.js';
import { SetUp } from './set-up.js';
import { SetUpLink } from './set-up-link.js';

/**
 * Accounts: names, passwords, recovery codes, sessions, roles, and the set-up that makes the first administrator. All
 * folders above may use it. It must never show a stored password, code, e-mail address or token to anybody but the
 * member, and never take a right away without ending the sessions and telling the news.
 */
@Module({
  providers: [Accounts, Credentials, Directory, Roles, Sessions, SetUp, SetUpLink],
  exports: [Accounts, Credentials, Directory, Roles, Sessions, SetUp, SetUpLink],
})
export class MembersModule {}
