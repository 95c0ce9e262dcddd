import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Clock } from '../clock/clock.js';
import { NewsWire } from '../events/news-wire.js';
import { JobConnection } from './job-connection.js';
import type { OpenDatabase } from './open-database.js';
import { Reader } from './reader.js';
import { Writer } from './writer.js';

/**
 * The ground that everything stands on: the two logins, the news, the clock and the settings, for every module.
 * Nothing here knows what a thread is. Who asks for the Writer says by that import that they write, read what waits,
 * or read what belongs to one person; everybody else has the Reader, and the database refuses them the rest.
 */
@Global()
@Module({})
export class DatabaseModule {
  static for(database: OpenDatabase, config: Config, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Reader, useFactory: () => new Reader(database.reader) },
        { provide: NewsWire, useFactory: () => new NewsWire(database.news) },
        {
          provide: Writer,
          useFactory: (wire: NewsWire) => new Writer(database.writer, (told) => wire.hearAhead(told)),
          inject: [NewsWire],
        },
        { provide: JobConnection, useValue: new JobConnection(database.jobs) },
        { provide: DATABASE, useValue: { healthy: () => database.healthy() } satisfies Health },
      ],
      exports: [CONFIG, Clock, Reader, Writer, NewsWire, JobConnection, DATABASE],
    };
  }
}

/** Whether the database answers, and nothing else of it: the logins inside would be a way around the Reader. */
export type Health = Pick<OpenDatabase, 'healthy'>;
export const DATABASE = Symbol('Health');
