import { Silence } from './steady-client.js';

/**
 * The longest time, in milliseconds, that a visitor waits for the database before an answer comes, however many
 * queries that takes.
 */
export const LONGEST_WAIT = 5_000;

/**
 * The result of `work`, or the error Silence when it takes too long. The work itself goes on and may still store
 * something, so trying again must be safe for the visitor.
 */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Silence(LONGEST_WAIT)), LONGEST_WAIT);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
