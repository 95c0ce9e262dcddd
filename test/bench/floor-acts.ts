import { join } from 'node:path';
import { OWNER, runningServer } from '../../src/database/embedded-server.js';
import type { Cost } from './acting.js';
import type { Ground } from './bench.js';
import { Child } from './child.js';
import type { Usage } from './children/answering.js';
import { median, type Row, short } from './table.js';

/** One run of as many acts as are told. */
export interface Acted extends Cost {
  /** Acts a second. */
  rate: number;
}

/** A bare server that writes into the forum's own PostgreSQL, so that what is measured can be told from the machine. */
export interface FloorActs {
  url: string;
  /** Ids of rows that wait for a decision. */
  sow: (count: number) => Promise<string[]>;
  /** What `times` acts cost it, which `act` sends to it. */
  costOf: (times: number, act: () => Promise<{ rate: number }>) => Promise<Acted>;
  close: () => Promise<void>;
}

export async function floorActs({ forum }: Ground): Promise<FloorActs> {
  const server = runningServer(join(forum.folder, 'postgres'));
  if (server === null) throw new Error('the forum has no PostgreSQL');
  const child = await Child.start('floor-acts', 0);
  const url = await child.ask<string>('open', server.connection(OWNER, OWNER));
  return {
    url,
    sow: (count) => child.ask('sow', count),
    async costOf(times, act) {
      const [before, databaseBefore] = [await child.ask<Usage>('usage'), forum.databaseCpu()];
      const { rate } = await act();
      const [after, databaseAfter] = [await child.ask<Usage>('usage'), forum.databaseCpu()];
      return { rate, node: (after.cpu - before.cpu) / times, database: (databaseAfter - databaseBefore) / times };
    },
    async close() {
      await child.ask('close');
      await child.stop();
    },
  };
}

/** The cells of both, which ran by turns. */
export function cellsOf(ours: readonly Acted[], floor: readonly Acted[]): Omit<Row, 'what'> {
  const middle = (all: readonly Acted[], of: keyof Acted): number => median(all.map((one) => one[of]));
  const cpu = (all: readonly Acted[]): string =>
    `${short(middle(all, 'node'))} + ${short(middle(all, 'database'))} ms`;
  return {
    ours: short(middle(ours, 'rate'), '/s'),
    floor: short(middle(floor, 'rate'), '/s'),
    ratio: short(middle(ours, 'rate') / middle(floor, 'rate')),
    cpu: cpu(ours),
    floorCpu: cpu(floor),
  };
}
