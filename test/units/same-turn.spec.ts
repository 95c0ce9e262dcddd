import { expect, it } from '@jest/globals';
import { SameTurn } from '../../src/database/same-turn.js';

it('what is asked several times in one turn is asked once, and what is asked later is asked again', async () => {
  const asking = new SameTurn<string>();
  const questions: string[] = [];
  const ask = (what: string): Promise<string> =>
    asking.ask(what, async () => {
      questions.push(what);
      return `${what} ${questions.length}`;
    });
  expect(await Promise.all([ask('one'), ask('other'), ask('one')])).toEqual(['one 1', 'other 2', 'one 1']);
  expect(await ask('one')).toBe('one 3');
  expect(questions).toEqual(['one', 'other', 'one']);
});

it('whoever asks while the question is under way has it asked again, since something may have changed', async () => {
  const asking = new SameTurn<number>();
  const answers: PromiseWithResolvers<number>[] = [];
  const asked = Promise.withResolvers<void>();
  const ask = (): Promise<number> =>
    asking.ask('it', () => {
      const answer = Promise.withResolvers<number>();
      if (answers.push(answer) === 1) asked.resolve();
      return answer.promise;
    });
  const early = ask();
  await asked.promise;
  const late = ask();
  answers[0]?.resolve(1);
  expect(await early).toBe(1);
  const again = ask();
  expect(again).toBe(late);
  while (answers.length < 2) await new Promise((resolve) => setImmediate(resolve));
  answers[1]?.resolve(2);
  expect(await late).toBe(2);
});

it('a question that fails fails all who asked it, and is asked again by the next one', async () => {
  const asking = new SameTurn<string>();
  const failing = (): Promise<string> => asking.ask('it', () => Promise.reject(new Error('away')));
  const both = await Promise.allSettled([failing(), failing()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await asking.ask('it', () => Promise.resolve('there'))).toBe('there');
});
