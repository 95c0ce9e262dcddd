import { expect, it } from '@jest/globals';
import { Template } from '../../src/web/kit/page-cache/template.js';

it('fills the slots of a page: its parts for everybody, fragments for one, and looks at neither again', () => {
  const slot = (name: string): string => `<!--slot:${name}-->`;
  const template = new Template(`<p>${slot('spoken')}, ${slot('account')}${slot('left')}.</p>`, {
    spoken: Buffer.from(`déjà ${slot('account')}`),
  });
  expect(template.bytes).toBeGreaterThan(30);
  expect(template.fill({ account: `Mira ${slot('spoken')}`, spoken: 'not this' }).toString()).toBe(
    `<p>déjà ${slot('account')}, Mira ${slot('spoken')}.</p>`,
  );
});
