/** Sections of plain text from the catalogue. */
export function Prose({ sections }: { sections: [string, string[]][] }) {
  return (
    <>
      {sections.map(([heading, paragraphs]) => (
        <section>
          <h2 class="filet">{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      ))}
    </>
  );
}
