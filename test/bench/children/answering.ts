import process from 'node:process';
import type { Reply } from '../child.js';

/** What the other process may ask, by name. */
export type Answers = Record<string, (given: never) => unknown>;

/** CPU of this process in ms, and memory that it holds in MiB. */
export interface Usage {
  cpu: number;
  memory: number;
  /** Bytes that lie ready for readers who have not taken them; of the forum alone. */
  unsent?: number;
}

export function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, memory: process.memoryUsage.rss() / 2 ** 20 };
}

/** Says that this process is ready, then answers until it is told to end. */
export function answering(answers: Answers): void {
  process.on('message', ({ question, given }: { question: string; given: never }) => {
    void answer(answers[question], given, question).then((reply) => process.send?.(reply));
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({});
}

async function answer(known: Answers[string] | undefined, given: never, question: string): Promise<Reply> {
  try {
    if (known === undefined) throw new Error(`nobody answers ${question} here`);
    return { value: await known(given) };
  } catch (problem) {
    return { problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
  }
}
