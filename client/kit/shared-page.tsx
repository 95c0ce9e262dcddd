/** What a page says of itself to other programs: those that show a card for a link, and those that search. */
export interface SharedPage {
  /** The whole address, whatever host it was asked at. */
  url: string;
  /** Plain text; empty for none. */
  description: string;
  /** The card, in the words of Open Graph. */
  card: Readonly<Record<string, string>>;
  /** JSON-LD in which nothing can end its block; null for none. */
  data: string | null;
}

/** In the head of a page that everyone may read. */
export function SharedTags({ url, description, card, data }: SharedPage) {
  return (
    <>
      <link rel="canonical" href={url} />
      {description !== '' && <meta name="description" content={description} />}
      {Object.entries(card).map(([name, content]) => (
        <meta property={`og:${name}`} content={content} />
      ))}
      {data !== null && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />}
    </>
  );
}

/** JSON for a block of a page: the one letter that could end it is written as its number. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
