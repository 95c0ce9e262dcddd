import { describe, expect, it } from '@jest/globals';
import type { Phase, ScreeningContext } from '../../src/screening/phase.js';
import { screen } from '../../src/screening/screen.js';
import { type Role, Visitor } from '../../src/visitors/visitor.js';

const ROOM: ScreeningContext['category'] = { id: 1, closed: false, guestsWrite: true, hold: 'all' };

function member(acceptedCount: number, role: Role = 'member', moderates: number[] | null = []): Visitor {
  return Visitor.of({ id: 7, name: 'Ada', role, language: null, acceptedCount, moderates }, null);
}

function verdict(visitor: Visitor, category: Partial<typeof ROOM> = {}, kind: ScreeningContext['kind'] = 'reply') {
  return screen({ visitor, kind, category: { ...ROOM, ...category } });
}

describe('screening', () => {
  it('holds everyone where the category holds everyone, whoever they are', () => {
    for (const visitor of [Visitor.guest(), member(0), member(500), member(9, 'moderator', null), member(0, 'administrator')]) {
      expect(verdict(visitor)).toEqual({ heldFor: ['hold-all'] });
    }
  });

  it('holds guests and members with fewer than three accepted posts where newcomers are held', () => {
    expect(verdict(Visitor.guest(), { hold: 'newcomers' })).toEqual({ heldFor: ['guest'] });
    expect(verdict(member(2), { hold: 'newcomers' })).toEqual({ heldFor: ['newcomer'] });
    expect(verdict(member(3), { hold: 'newcomers' })).toEqual({ heldFor: [] });
  });

  it('holds nobody only where the category says so in that very word', () => {
    expect(verdict(Visitor.guest(), { hold: 'nobody' })).toEqual({ heldFor: [] });
    expect(verdict(member(500), { hold: 'nobody ' as 'nobody' })).toEqual({ heldFor: ['hold-all'] });
    expect(verdict(member(500), { hold: 'some-later-policy' as 'nobody' })).toEqual({ heldFor: ['hold-all'] });
  });

  it('refuses everyone where the category is closed, before it asks who may skip the queue', () => {
    expect(verdict(Visitor.guest(), { closed: true, hold: 'nobody' })).toEqual({ refused: 'closed' });
    expect(verdict(member(9, 'moderator', null), { closed: true }, 'edit')).toEqual({ refused: 'closed' });
  });

  it('refuses guests where they may not write, and members not', () => {
    expect(verdict(Visitor.guest(), { guestsWrite: false, hold: 'nobody' })).toEqual({ refused: 'guests-may-not-write' });
    expect(verdict(member(0), { guestsWrite: false, hold: 'nobody' })).toEqual({ heldFor: [] });
  });

  it("never holds a moderator's edit of their own post, in the categories that they moderate", () => {
    expect(verdict(member(0, 'moderator', [1]), {}, 'edit')).toEqual({ heldFor: [] });
    expect(verdict(member(0, 'moderator', [2]), {}, 'edit')).toEqual({ heldFor: ['hold-all'] });
    expect(verdict(member(0, 'moderator', [1]), {}, 'reply')).toEqual({ heldFor: ['hold-all'] });
  });

  it('starts with holding: no phase, or none with an opinion, means that a person reads it', () => {
    const silent: Phase = () => undefined;
    const context = { visitor: member(500), kind: 'reply' as const, category: { ...ROOM, hold: 'nobody' as const } };
    expect(screen(context, [])).toEqual({ heldFor: ['default'] });
    expect(screen(context, [silent, silent])).toEqual({ heldFor: ['default'] });
  });

  it('takes the first opinion, so the order of the list is the rule', () => {
    const pass: Phase = () => ({ pass: true });
    const refuse: Phase = () => ({ refuse: 'closed' });
    const context = { visitor: member(0), kind: 'reply' as const, category: ROOM };
    expect(screen(context, [pass, refuse])).toEqual({ heldFor: [] });
    expect(screen(context, [refuse, pass])).toEqual({ refused: 'closed' });
  });
});
