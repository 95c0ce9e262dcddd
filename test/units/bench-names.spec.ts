import { bench } from '../bench/bench.js';
import { benchNames } from '../bench/names.js';

test('a name that no bench has is answered by a sentence with the names that there are', async () => {
  expect(benchNames()).toEqual(expect.arrayContaining(['decisions', 'pages', 'start', 'weight']));
  expect(benchNames()).not.toContain('subject');
  await expect(bench(['page', 'start', '../bench'])).rejects.toThrow(
    `There is no bench named page or ../bench. There are: ${benchNames().join(', ')}.`,
  );
});
