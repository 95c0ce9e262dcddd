import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { HoldReason, Phase } from '../../src/screening/phase.js';
import { DOORS, PHASES } from '../../src/screening/phases.js';
import { refusal, screen } from '../../src/screening/screen.js';
import { context, member } from '../screening-context.js';

const silent: Phase = () => undefined;
const pass: Phase = () => ({ pass: true });
const release: Phase = () => ({ release: true });
const refuse: Phase = () => ({ refuse: 'closed' });
const hold =
  (why: HoldReason): Phase =>
  () => ({ hold: why });

describe('screening', () => {
  it('starts with holding: no phase, or none with an opinion, means that a person reads it', () => {
    expect(screen(context(), [])).toEqual({ heldFor: ['default'] });
    expect(screen(context(), [silent, silent])).toEqual({ heldFor: ['default'] });
  });

  it('gathers every reason to hold, in the order of the list, and lets through only what none of them holds', () => {
    expect(screen(context(), [hold('long'), pass, hold('links')])).toEqual({ heldFor: ['long', 'links'] });
    expect(screen(context(), [silent, pass])).toEqual({ heldFor: [] });
  });

  it('refuses with the first refusal, whatever else was found before or after', () => {
    expect(screen(context(), [hold('long'), pass, refuse, hold('links')])).toEqual({ refused: 'closed' });
  });

  it('asks nothing more once it is released, but forgets nothing that was found before', () => {
    expect(screen(context(), [release, hold('long'), refuse])).toEqual({ heldFor: [] });
    expect(screen(context(), [hold('long'), release])).toEqual({ heldFor: ['long'] });
  });

  it('says all at once on a card: a newcomer whose long text repeats itself with many links and a word of the list', () => {
    const facts = { sentBefore: true, sentLately: 9, blocked: { hold: ['arnaque'], refuse: [] } };
    const text = `Une arnaque. ${'a'.repeat(12_000)}`;
    expect(screen(context({ visitor: member(0), category: { hold: 'newcomers' }, text, links: 12, facts }))).toEqual({
      heldFor: ['blocked-word:arnaque', 'long', 'links', 'repeated', 'too-fast', 'newcomer'],
    });
  });

  it("never holds a moderator's edit of their own post, whatever stands in it", () => {
    const facts = { sentLately: 9, blocked: { hold: ['arnaque'], refuse: ['canular'] } };
    const edit = context({
      kind: 'edit',
      visitor: member(0, 'moderator', [1]),
      category: { hold: 'all', edits: 'held' },
      text: 'canular',
      links: 99,
      facts,
    });
    expect(screen(edit)).toEqual({ heldFor: [] });
    expect(screen({ ...edit, category: { ...edit.category, closed: true } })).toEqual({ refused: 'closed' });
  });

  it('is asked by pages before a word is written, about the doors alone', () => {
    expect(PHASES.slice(0, DOORS.length)).toEqual(DOORS);
    expect(refusal(context({ category: { closed: true } }))).toBe('closed');
    expect(refusal(context({ facts: { suspended: true }, category: { hold: 'all' } }))).toBeNull();
  });

  it('has a test for every phase that stands in its list', () => {
    const tests = readFileSync('test/units/phases.spec.ts', 'utf8');
    const phases = readFileSync('src/screening/phases.ts', 'utf8');
    const files = readdirSync('src/screening')
      .map((file) => file.replace('.ts', ''))
      .filter((file) => phases.includes(`'./${file}.js'`) && file !== 'phase');
    expect(files.length).toBe(PHASES.length);
    expect(files.filter((file) => !tests.includes(`describe('${file}'`))).toEqual([]);
  });
});
