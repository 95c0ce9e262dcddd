import type { Transaction } from './transaction.js';

/**
 * The same transaction, for several who look at one place at the same moment: what one of them has asked already is not
 * asked again, and all get the one answer. For reading and for locks only: two equal writes would be done once.
 */
export function askedOnce(tx: Transaction): Transaction {
  const answers = new Map<string, Promise<unknown[]>>();
  return {
    ...tx,
    query: async <T>(sql: string, parameters: unknown[] = []) => {
      const question = `${sql}\0${JSON.stringify(parameters)}`;
      const answer = answers.get(question) ?? tx.query<T>(sql, parameters);
      answers.set(question, answer);
      return (await answer) as T[];
    },
  };
}
