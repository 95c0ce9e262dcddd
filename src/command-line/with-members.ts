import type { INestApplicationContext } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SystemClock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { DatabaseModule } from '../database/database.module.js';
import { openDatabase } from '../database/open-database.js';
import { MembersModule } from '../members/members.module.js';

/**
 * Work on the accounts, or on what another module keeps: it gets the application with that module, and the time, and
 * answers with a sentence that says what it has done.
 */
export type MembersWork = (rooms: INestApplicationContext, now: Date) => Promise<string>;

/** Starts only the modules that this needs, and stops them whatever happens. */
export async function withMembers(config: Config, work: MembersWork, needed: Type = MembersModule): Promise<string> {
  const clock = new SystemClock();
  const database = await openDatabase(config, { as: 'command' });
  try {
    const rooms = { module: class {}, imports: [DatabaseModule.for(database, config, clock), needed] };
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
