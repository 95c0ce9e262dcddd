import type { PostRow, Slice } from '../../src/threads/visible.js';
import type { Role } from '../../src/visitors/visitor.js';
import { postAddress, userAddress } from '../parts/address.js';
import { Leaf, RoleName } from '../parts/author.js';
import { Layout } from '../parts/layout.js';
import { OlderNav } from '../parts/pages-nav.js';
import { Slot } from '../parts/slot.js';
import { titleOf } from '../parts/thread-row.js';
import { Time } from '../parts/time.js';
import type { Ui } from '../ui.js';

export interface UserPageProps {
  ui: Ui;
  /** `profile`: what they say of themselves; null for nothing. */
  member: { name: string; role: Role; profile: { html: string } | null };
  posts: Slice<PostRow>;
  before: string | null;
}

export function UserPage({ ui, member, posts, before }: UserPageProps) {
  const { read } = ui.t;
  const address = userAddress(member);
  return (
    <Layout ui={ui} title={member.name} noindex={before !== null}>
      <div class="title person">
        <Leaf ui={ui} author={member} />
        <h1>{member.name}</h1>
        <RoleName ui={ui} role={member.role} />
        <Slot name="record" />
      </div>
      {member.profile !== null && before === null && <div class="column text profile" dangerouslySetInnerHTML={{ __html: member.profile.html }} />}
      {posts.rows.length > 0 && <section class="column" aria-labelledby="posts">
        <h2 class="filet" id="posts">{read.userPosts}</h2>
        <ol class="rows">
          {posts.rows.map((row) => (
            <li>
              <article class="row plain-row">
                <h3><a href={postAddress(row.thread.id, row.number)}>{titleOf(ui, row.thread)}</a></h3>
                <p class="meta">
                  <a href={`/category/${row.thread.category.slug}`}>{row.thread.category.name}</a> <span>{read.number(row.number)}</span>{' '}
                  <Time ui={ui} at={row.publishedAt} />
                </p>
                <p class="last">{read.quoted(row.excerpt)}</p>
              </article>
            </li>
          ))}
        </ol>
        <OlderNav
          ui={ui} newest={before === null ? null : address}
          older={posts.next === null ? null : `${address}?before=${encodeURIComponent(posts.next)}`}
        />
      </section>}
    </Layout>
  );
}
