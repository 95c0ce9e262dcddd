import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SystemClock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { DatabaseModule } from '../database/database.module.js';
import { openDatabase } from '../database/open-database.js';
import { MembersModule } from '../members/members.module.js';

/** Work on the accounts: given the rooms that know them and the time, it answers with what it has done. */
export type MembersWork = (rooms: INestApplicationContext, now: Date) => Promise<string>;

/** Opens as little of the house as accounts need, and closes it whatever happens. */
export async function withMembers(config: Config, work: MembersWork): Promise<string> {
  const clock = new SystemClock();
  const database = await openDatabase(config, { as: 'command' });
  try {
    const rooms = { module: class {}, imports: [DatabaseModule.for(database, config, clock), MembersModule] };
    const context = await NestFactory.createApplicationContext(rooms, { logger: ['error', 'warn'] });
    try {
      return await work(context, clock.now());
    } finally {
      await context.close();
    }
  } finally {
    await database.close();
  }
}
