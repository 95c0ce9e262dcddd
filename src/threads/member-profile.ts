import type { Reader } from '../database/reader.js';
import type { Role } from '../visitors/visitor.js';

/** What a member says of themselves, as everybody reads it. */
export interface MemberProfile {
  html: string;
  source: string;
  publishedAt: Date;
}

/** Null where nothing of it was published, or nothing stands any more. */
export async function profileOf(reader: Reader, nameKey: string): Promise<{ name: string; role: Role; profile: MemberProfile } | null> {
  const [row] = await reader.query<MemberProfile & { name: string; role: Role }>(
    `select m.name, m.role, p.html, p.source, p.published_at as "publishedAt"
     from member m join profile p on p.member_id = m.id where m.name_key = $1`,
    [nameKey],
  );
  if (row === undefined) return null;
  const { name, role, ...profile } = row;
  return { name, role, profile };
}
