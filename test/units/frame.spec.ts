import { expect, it } from '@jest/globals';
import { h } from 'preact';
import { AccountMenu } from '../../client/kit/account-menu.js';
import { TeamNav } from '../../client/kit/team-nav.js';
import { makeUi, NO_ASSETS } from '../../client/kit/make-ui.js';
import type { AccountView, Ui } from '../../client/kit/ui.js';
import type { Writer } from '../../client/kit/written.js';
import { ReplyForm } from '../../client/writing/reply-form.js';
import type { Site } from '../../src/site/site.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { Language } from '../../src/visitors/visitor.js';
import { frameOf } from '../../src/web/kit/frame.js';
import { htmlOf } from '../../src/web/kit/html-of.js';
import { wholeWords } from '../../src/web/kit/page-cache/template.js';
import { KeptForm } from '../../src/web/threads/kept-form.js';

const SITE: Site = {
  name: 'Palabre',
  description: '',
  language: 'fr',
  timeZone: 'Europe/Paris',
  setUpAt: null,
  demonstration: false,
  profiles: '',
  licence: '',
  charter: '',
  contact: '',
  legal: '',
  reasons: [],
  themes: [],
};
const LANGUAGES: Language[] = ['fr', 'en'];
const PATHS = ['/', '/thread/3/sujet', '/me', '/me/notices', '/desk', '/desk?kind=reply', '/site', '/members/3'];
const ADA: AccountView = { name: 'Ada & Cie', role: 'member', waiting: null, notices: 0 };
const ACCOUNTS: AccountView[] = [
  ADA,
  { ...ADA, notices: 2 },
  { ...ADA, role: 'moderator', waiting: 3 },
  { ...ADA, role: 'moderator', waiting: 4 },
  { ...ADA, role: 'administrator', waiting: null },
  { ...ADA, name: 'Bo', role: 'administrator', waiting: 3 },
];

function uiAt(path: string, language: Language = 'fr'): Ui {
  return makeUi({ site: SITE, language, now: new Date('2026-11-22T12:00:00Z'), path, assets: NO_ASSETS });
}

it('what the frame says of a member is the same whether it was drawn for this page or is known from another', () => {
  for (const time of ['drawn', 'known'])
    for (const language of LANGUAGES)
      for (const path of PATHS)
        for (const account of ACCOUNTS) {
          const ui = uiAt(path, language);
          const work = htmlOf(h(TeamNav, { ui, account }));
          expect({ time, ...frameOf(ui, account) }).toEqual({
            time,
            account: htmlOf(h(AccountMenu, { ui, account })),
            work,
          });
        }
});

it('the form of a kept page is the whole form for each who may write, and nobody else is named in it', () => {
  const thread = { id: 3, kind: 'thread', article: null } as unknown as VisibleThread;
  const ui = uiAt('/thread/3/sujet');
  const form = new KeptForm(thread);
  const may = { readFirst: false, attaches: true };
  const writers: Writer[] = [
    { kind: 'member', name: 'Ada', role: 'member', ...may },
    { kind: 'member', name: '« Bo » & "Cie" $&', role: 'moderator', ...may },
    { kind: 'member', name: 'Ada', role: 'member', ...may, readFirst: true },
    { kind: 'member', name: 'Cléo', role: 'member', ...may, attaches: false },
    { kind: 'guest', ...may },
  ];
  for (const writer of [...writers, ...writers])
    expect(wholeWords(form.html(ui, writer))).toBe(htmlOf(h(ReplyForm, { ui, thread, writer })));
});
