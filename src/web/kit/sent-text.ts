/**
 * What a form says under this name, as one text. Of a field that came twice nobody can know which text was meant, so
 * it is both, with `between` them, and one where they are the same. Empty where nothing came.
 */
export function sentText(body: object, name: string, between: string): string {
  const value: unknown = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : '';
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string' && each !== '');
  return [...new Set(texts)].join(between);
}
