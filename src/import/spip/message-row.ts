/** A message of SPIP beside what it is about and what it answers. */
export interface MessageRow {
  id: number;
  parent: number;
  object: string;
  article: number;
  at: string;
  title: string;
  text: string;
  name: string;
  authorName: string | null;
  email: string;
  status: string;
  linkName: string;
  link: string;
  /** Null when the article is not in the dump. */
  articleStatus: string | null;
  articleTitle: string | null;
  articleAt: string | null;
  articleLanguage: string | null;
  /** Null when there is none. */
  parentTitle: string | null;
  /** 1 when another message of the article has this very title. */
  shared: number;
}

export const MESSAGES = `
  select m.id, m.parent, m.object, m.article, m.at, m.title, m.text, m.name, w.name as authorName, m.email, m.status,
    m.link_name as linkName, m.link,
    a.status as articleStatus, a.title as articleTitle, a.at as articleAt, a.language as articleLanguage,
      p.title as parentTitle,
    exists (select 1 from message t where t.prefix = m.prefix and t.article = m.article and t.title = m.title
      and t.id <> m.id) as shared
  from message m
  left join article a on a.prefix = m.prefix and a.id = m.article
  left join author w on w.prefix = m.prefix and w.id = m.author and m.author > 0
  left join message p on p.prefix = m.prefix and p.id = m.parent
  where m.prefix = ? order by m.id`;
