import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Clock } from '../clock/clock.js';
import { NewsWire } from '../events/news-wire.js';
import { JobConnection } from './job-connection.js';
import type { OpenDatabase } from './open-database.js';
import { Reader, READER } from './reader.js';
import { Writer, WRITER } from './writer.js';

/**
 * The two logins, the news, the clock and the settings, for every module. Code that imports the Writer says by that
 * import that it writes, reads submissions that wait, or reads what belongs to one person; all other code has the
 * Reader, to which the database refuses everything else. This folder must never know what a thread is.
 */
@Global()
@Module({})
export class DatabaseModule {
  static for(database: OpenDatabase, config: Config, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [registered(READER, database.reader), registered(WRITER, database.writer)],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        Reader,
        { provide: NewsWire, useFactory: () => new NewsWire(database.news, database.alone) },
        {
          provide: Writer,
          useFactory: (source: DataSource, wire: NewsWire) => new Writer(source, (told) => wire.hearAhead(told)),
          inject: [getDataSourceToken(WRITER), NewsWire],
        },
        { provide: JobConnection, useValue: new JobConnection(database.jobs) },
        { provide: DATABASE, useValue: { healthy: () => database.healthy() } satisfies Health },
      ],
      exports: [CONFIG, Clock, Reader, Writer, NewsWire, JobConnection, DATABASE],
    };
  }
}

/** Nest closes the data source when it shuts down, and opens it again for a forum that starts on the same data. */
function registered(name: string, source: DataSource): DynamicModule {
  return TypeOrmModule.forRootAsync({
    name,
    useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
    dataSourceFactory: () => Promise.resolve(source),
  });
}

/** Whether the database answers, and nothing else of it: the logins inside would be a way around the Reader. */
export type Health = Pick<OpenDatabase, 'healthy'>;
export const DATABASE = Symbol('Health');
