import type { PostRow, Slice, ThreadRow as Row } from '../../src/threads/visible.js';
import type { Role } from '../../src/visitors/visitor.js';
import { openedAddress, userAddress } from '../kit/address.js';
import { Leaf } from '../kit/author.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { Slot } from '../kit/slot.js';
import { ThreadRow } from '../kit/thread-row.js';
import type { Ui } from '../kit/ui.js';
import { PostLine } from './post-line.js';

export interface UserPageProps {
  ui: Ui;
  /** `joinedOn`: `2026-11-22`; `profile`: what they say of themselves, null for nothing. */
  member: { name: string; role: Role; joinedOn: string; profile: { html: string } | null };
  posts: Slice<PostRow>;
  /** What they have opened, where that is asked for instead of all that they wrote. */
  opened: Slice<Row> | null;
  before: string | null;
}

/** What of theirs is listed. */
function Views({ ui, member, opened }: Pick<UserPageProps, 'ui' | 'opened'> & { member: { name: string } }) {
  const { read } = ui.t;
  return (
    <nav class="sift ui" aria-label={read.userViews}>
      <a href={userAddress(member)} aria-current={opened === null ? 'page' : undefined}>
        {read.userAllPosts}
      </a>{' '}
      <a href={openedAddress(member)} aria-current={opened === null ? undefined : 'page'}>
        {read.userThreads}
      </a>
    </nav>
  );
}

function Opened({
  ui,
  member,
  opened,
  before,
}: Pick<UserPageProps, 'ui' | 'member' | 'before'> & { opened: Slice<Row> }) {
  const address = openedAddress(member);
  return (
    <section class="column" aria-labelledby="opened">
      <h2 class="filet" id="opened">
        {ui.t.read.userThreads}
      </h2>
      {opened.rows.length === 0 && <p>{ui.t.read.userNoThreads}</p>}
      <ol class="rows">
        {opened.rows.map((row) => (
          <ThreadRow ui={ui} row={row} />
        ))}
      </ol>
      <OlderNav
        ui={ui}
        newest={before === null ? null : address}
        older={opened.next === null ? null : `${address}&before=${encodeURIComponent(opened.next)}`}
      />
    </section>
  );
}

export function UserPage({ ui, member, posts, opened, before }: UserPageProps) {
  const { read } = ui.t;
  const address = userAddress(member);
  const reserved = posts.rows.some(({ thread }) => thread.category.audience !== 'everyone');
  const isForEveryone =
    member.profile !== null || posts.rows.some(({ thread }) => thread.category.audience === 'everyone');
  return (
    <Layout
      ui={ui}
      title={member.name}
      noindex={before !== null || opened !== null}
      feeds={isForEveryone ? address : undefined}
    >
      <div class="title person">
        <Leaf ui={ui} author={member} />
        <h1>{member.name}</h1>
        <p class="ui meta">
          <span class={member.role === 'member' ? undefined : 'role team'}>{ui.t.roles[member.role]}</span>{' '}
          <time datetime={member.joinedOn.slice(0, 7)}>{read.memberSince(ui.dates.month(member.joinedOn))}</time>
        </p>
        <Slot name="record" />
      </div>
      {member.profile !== null && before === null && opened === null && (
        <div class="column text profile" dangerouslySetInnerHTML={{ __html: member.profile.html }} />
      )}
      {(posts.rows.length > 0 || opened !== null) && <Views ui={ui} member={member} opened={opened} />}
      {opened !== null && <Opened ui={ui} member={member} opened={opened} before={before} />}
      {opened === null && posts.rows.length > 0 && (
        <section class="column" aria-labelledby="posts">
          <h2 class="filet" id="posts">
            {reserved ? read.userPostsForYou : read.userPosts}
          </h2>
          <ol class="rows">
            {posts.rows.map((row) => (
              <PostLine ui={ui} row={row} />
            ))}
          </ol>
          <OlderNav
            ui={ui}
            newest={before === null ? null : address}
            older={posts.next === null ? null : `${address}?before=${encodeURIComponent(posts.next)}`}
          />
        </section>
      )}
    </Layout>
  );
}
