import type { Reader } from '../database/reader.js';
import type { AuthorRole } from './visible.js';

/** What a member says of themselves, as everybody reads it. */
export interface MemberProfile {
  html: string;
  source: string;
  publishedAt: Date;
}

/** What stands in the public tables about a member, whoever may read it. */
export interface NamedMember {
  name: string;
  role: Exclude<AuthorRole, 'guest'>;
  /** `2026-11-22`. */
  joinedOn: string;
  profile: MemberProfile | null;
}

/** Null when nobody has this name. What they say of themselves is null where nothing of it stands. */
export async function memberNamed(reader: Reader, nameKey: string): Promise<NamedMember | null> {
  const [row] = await reader.query<
    Omit<NamedMember, 'profile'> & { html: string | null; source: string | null; publishedAt: Date | null }
  >(
    `select m.name, m.role, m.joined_on::text as "joinedOn", p.html, p.source, p.published_at as "publishedAt"
     from member m left join profile p on p.member_id = m.id where m.name_key = $1`,
    [nameKey],
  );
  if (row === undefined) return null;
  const { html, source, publishedAt, ...member } = row;
  const profile = html === null || source === null || publishedAt === null ? null : { html, source, publishedAt };
  return { ...member, profile };
}
