import { sentText } from './sent-text.js';

/** What was typed into the fields of these names, to be shown again; anything but a text is shown as nothing. */
export function typedIn<N extends string>(body: unknown, ...names: N[]): Record<N, string> {
  const fields = Object(body ?? {}) as object;
  return Object.fromEntries(names.map((name) => [name, sentText(fields, name, ' ').slice(0, 2000)])) as Record<
    N,
    string
  >;
}
