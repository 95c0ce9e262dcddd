import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Honest {
  url: string;
  /** Asked one after the other. */
  pages: { path: string; headers: Record<string, string> }[];
  /** Requests a second, whether or not those before were answered: people do not wait for each other. */
  rate: number;
  milliseconds: number;
}

/** What honest readers waited for, in ms; all of them were answered 200. */
export interface Waited {
  half: number;
  p99: number;
  longest: number;
}

export async function read({ url, pages, rate, milliseconds }: Honest): Promise<Waited> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const started = performance.now();
  const sent: Promise<number>[] = [];
  while (performance.now() - started < milliseconds) {
    const due = ((performance.now() - started) / 1000) * rate;
    while (sent.length < due) {
      const { path, headers } = pages[sent.length % pages.length] ?? { path: '/', headers: {} };
      sent.push(timed(agent, url + path, headers));
    }
    await pause(2);
  }
  const times = (await Promise.all(sent)).toSorted((a, b) => a - b);
  agent.destroy();
  const at = (share: number): number =>
    times[Math.min(Math.floor(times.length * share), times.length - 1)] ?? Number.NaN;
  return { half: at(0.5), p99: at(0.99), longest: at(1) };
}

function timed(agent: Agent, url: string, headers: Record<string, string>): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - started)
          : reject(new Error(`${url} answers ${answer.statusCode} to somebody honest`)),
      );
    })
      .once('error', reject)
      .end();
  });
}
