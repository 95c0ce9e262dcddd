import type { Language, Role } from '../../src/visitors/visitor.js';
import { Choice } from '../kit/field.js';
import { Layout } from '../kit/layout.js';
import { Notice } from '../kit/notice.js';
import type { Ui } from '../kit/ui.js';

export interface MePageProps {
  ui: Ui;
  member: {
    name: string;
    role: Role;
    joinedOn: Date;
    email: string | null;
    language: Language | null;
    codesLeft: number;
    published: boolean;
  };
  /** Open sessions, this one first. */
  sessions: { current: boolean; createdAt: Date; seenOn: Date }[];
  /** Whether settings have just been saved. */
  saved: boolean;
}

function Sessions({ ui, sessions }: Pick<MePageProps, 'ui' | 'sessions'>) {
  const { account } = ui.t;
  return (
    <section class="form" aria-labelledby="sessions">
      <h2 class="filet" id="sessions">
        {account.sessions}
      </h2>
      <p class="hint">{account.sessionsWords}</p>
      <ul class="plain">
        {sessions.map((session) => (
          <li class="ui meta">
            <span>{account.openedAt(ui.dates.relative(session.createdAt))}</span>{' '}
            <span>{account.seenOn(ui.dates.short(session.seenOn))}</span> {session.current && <b>{account.thisOne}</b>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/me/sessions">
          <p class="acts">
            <button class="b" type="submit">
              {account.endOthers}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

/**
 * One's own account. Forms: POST /me (language, empty for the site's), POST /me/sessions (ends the others), POST
 * /logout.
 */
export function MePage({ ui, member, sessions, saved }: MePageProps) {
  const { account, roles } = ui.t;
  const languages = [
    { value: '', words: account.languageSite },
    { value: 'fr', words: account.languages.fr },
    { value: 'en', words: account.languages.en },
  ];
  return (
    <Layout ui={ui} title={account.meTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{account.meTitle}</h1>
          <p class="lede">{account.meAs(member.name)}</p>
        </div>
        {saved && <Notice words={account.saved} />}
        <div class="acts">
          <a class="b" href="/me/submissions">
            {account.mySubmissions}
          </a>{' '}
          <a class="b" href="/me/notices">
            {ui.t.notices.title}
          </a>{' '}
          <a class="b" href="/me/mail">
            {ui.t.mail.meButton}
          </a>{' '}
          <a class="b" href="/me/calendar">
            {ui.t.workshops.mine.link}
          </a>{' '}
          {member.published && (
            <a class="b" href={`/user/${encodeURIComponent(member.name)}`}>
              {account.myPublic}
            </a>
          )}{' '}
          <a class="b" href="/me/profile">
            {ui.t.people.profile}
          </a>{' '}
          {member.role === 'administrator' && (
            <a class="b" href="/members">
              {account.membersTitle}
            </a>
          )}{' '}
          <form method="post" action="/logout">
            <button class="b" type="submit">
              {account.logOut}
            </button>
          </form>
        </div>
        <section aria-labelledby="data">
          <h2 class="filet" id="data">
            {account.data}
          </h2>
          <dl class="facts ui">
            <dt>{account.dataName}</dt>
            <dd>{member.name}</dd>
            <dt>{account.dataRole}</dt>
            <dd>{roles[member.role]}</dd>
            <dt>{account.dataEmail}</dt>
            <dd>{member.email ?? account.noEmail}</dd>
            <dt>{account.dataSince}</dt>
            <dd>{ui.dates.short(member.joinedOn)}</dd>
            <dt>{account.codesLeft}</dt>
            <dd>{account.codesLeftCount(member.codesLeft)}</dd>
          </dl>
          <p class="hint">
            <a href="/about">{ui.t.site.about}</a>
          </p>
        </section>
        <form class="form" method="post" action="/me">
          <Choice ui={ui} name="language" label={account.language} value={member.language ?? ''} choices={languages} />
          <p class="acts">
            <button class="b" type="submit">
              {account.save}
            </button>
          </p>
        </form>
        <Sessions ui={ui} sessions={sessions} />
      </div>
    </Layout>
  );
}
