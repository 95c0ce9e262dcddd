import process from 'node:process';
import autocannon from 'autocannon';
import { answering } from './answering.js';
import { Audience } from './audience.js';
import { decideAll, race } from './deciders.js';
import { read } from './honest.js';
import { register } from './registrars.js';
import { send } from './senders.js';
import { visit } from './visitors.js';

interface Firing {
  url: string;
  headers: Record<string, string>;
  connections: number;
  /** Seconds or requests, and how often it is looked at whether it is, in ms. */
  enough: { duration: number; sampleInt?: number } | { amount: number; sampleInt: number };
}

/** Everything that stands for people: requests, open pages, senders. One process, so that one clock times them. */
async function fire({
  url,
  headers,
  connections,
  enough,
}: Firing): Promise<{ rate: number; requests: number; failed: number }> {
  const result = await autocannon({ url, headers, connections, ...enough, timeout: 30 });
  return {
    rate: result.requests.total / result.duration,
    requests: result.requests.total,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

let audience: Audience | null = null;
process.once('SIGTERM', () => process.exit(0));
answering({
  fire,
  send,
  race,
  decide: decideAll,
  read,
  register,
  visit,
  async gather(given: Parameters<typeof Audience.gather>[0]) {
    audience?.leave();
    audience = await Audience.gather(given);
    return audience.size;
  },
  hear: (given: Parameters<Audience['hear']>[0]) => audience?.hear(given),
  leave() {
    audience?.leave();
    audience = null;
  },
});
