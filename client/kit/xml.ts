const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters that XML 1.0 can't contain: a single one would make the document unreadable for everybody. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text between two tags or in an attribute. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** The same for plain text that stands where a reader expects HTML. */
export function asHtml(text: string): string {
  return text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter);
}

/** ` name="value"` for each attribute. */
export function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

/** An element around a text, or an empty one where the text is null. */
export function element(name: string, text: string | null, attributes: Readonly<Record<string, string>> = {}): string {
  const head = `${name}${attributesOf(attributes)}`;
  return text === null ? `<${head}/>` : `<${head}>${escaped(text)}</${name}>`;
}

/** A document: what stands in its root was made by `element`. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
