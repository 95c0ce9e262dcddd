import { Leaf, nameOf } from '../kit/author.js';
import { SectionBox, type SectionBoxProps } from '../writing/section-box.js';
import { sectionAddress } from '../kit/address.js';

/**
 * The parts that may take the place of the form on a page elsewhere: one element each, which the script there replaces
 * as a whole.
 */

/** The box itself, as it came back. */
export function BoxAgain(props: SectionBoxProps) {
  return (
    <div data-box>
      <SectionBox {...props} />
    </div>
  );
}

/** What was typed, as everyone will see it: sent as it is, or changed below and looked at again. */
export function SectionPreview({ html, ...box }: SectionBoxProps & { html: string }) {
  const { ui, article, written, replyTo = null, signed = null } = box;
  const { write } = ui.t;
  const author = { name: written.name, role: 'guest' as const };
  const { text, name, email, key } = written;
  const sent = { text, name, email, ...(replyTo === null ? {} : { replyTo }), ...signed, as: '', key: key ?? '' };
  return (
    <div class="stack" data-box>
      <section class="slip wait" aria-labelledby="as-seen">
        <h2 id="as-seen">{write.previewTitle}</h2>
        <article class="post as-seen">
          <Leaf ui={ui} author={author} />
          <header class="post-head">
            <p class="who">{nameOf(ui, author)}</p>{' '}
            <p class="meta">
              <span>{write.previewNow}</span>
            </p>
          </header>
          <div class="text" dangerouslySetInnerHTML={{ __html: html }} />
        </article>
        <form method="post" action={`${sectionAddress(article)}/comments`}>
          {Object.entries(sent).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
          <p class="acts">
            <button class="b do" type="submit">
              {write.send}
            </button>
          </p>
        </form>
      </section>
      <SectionBox {...box} written={{ ...written, key: null }} />
    </div>
  );
}

/**
 * Where it can be followed from now on, by its address or by the code that can be written down; and the box, for more.
 */
export function SectionSent({
  follow,
  code,
  published,
  ...box
}: SectionBoxProps & { follow: string; code: string; published: boolean }) {
  const { ui, usualDelay } = box;
  const { section, write } = ui.t;
  return (
    <div class="stack" data-box>
      <section class="slip good" role="status">
        <h2>{section.recorded}</h2>
        {!published && (
          <p>
            {section.warning}
            {usualDelay !== null && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}
          </p>
        )}
        <p class="acts">
          <a class="b do" href={follow} rel="nofollow">
            {section.findSend}
          </a>
        </p>
        <p>
          {section.code} <b class="code">{code}</b>
        </p>
        <p class="hint">{section.codeWords}</p>
      </section>
      <SectionBox {...box} />
    </div>
  );
}
