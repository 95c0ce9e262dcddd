import { Field } from './field.js';
import type { Ui } from './ui.js';

/** A secret address of a member's, in the words of what it opens. */
export interface AddressWords {
  title: string;
  lede: string;
  label: string;
  made: (date: string) => string;
}

interface SecretAddressProps {
  ui: Ui;
  words: AddressWords;
  /** The path of its form. */
  action: string;
  /** When the present one was made; null without one. */
  madeAt: Date | null;
  /** The whole address, right after it was made: it is shown this once. */
  address: string | null;
}

/** Makes, renews and revokes it. */
export function SecretAddress({ ui, words, action, madeAt, address }: SecretAddressProps) {
  const { mail } = ui.t;
  return (
    <section class="form" aria-labelledby="address-title">
      <h2 class="filet" id="address-title">
        {words.title}
      </h2>
      <p class="hint">{words.lede}</p>
      {address !== null && <Field ui={ui} name="address" label={words.label} value={address} readonly />}
      {address === null && madeAt !== null && <p class="hint">{words.made(ui.dates.relative(madeAt))}</p>}
      <form class="acts" method="post" action={action}>
        <button class="b" type="submit" name="action" value="make">
          {madeAt === null ? mail.feedMake : mail.feedRenew}
        </button>{' '}
        {madeAt !== null && (
          <button class="b no" type="submit" name="action" value="revoke">
            {mail.feedRevoke}
          </button>
        )}
      </form>
    </section>
  );
}
