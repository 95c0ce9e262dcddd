/** What was typed into the fields of these names, to be shown again; anything but a text is shown as nothing. */
export function typedIn<N extends string>(body: unknown, ...names: N[]): Record<N, string> {
  const fields = Object(body ?? {}) as Record<string, unknown>;
  const text = (name: N): string =>
    Object.hasOwn(fields, name) && typeof fields[name] === 'string' ? fields[name].slice(0, 2000) : '';
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<N, string>;
}
