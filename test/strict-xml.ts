import { SaxesParser } from 'saxes';

/** An element as a strict parser has read it, with the text directly in it. */
export interface ReadElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements of a document in the order in which they end. @throws at the first thing that is not XML 1.0. */
export function strictly(xml: string): ReadElement[] {
  const parser = new SaxesParser();
  const [open, read]: [ReadElement[], ReadElement[]] = [[], []];
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name, attributes }) => void open.push({ name, attributes, text: '' }));
  const take = (text: string): void => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) read.push(closed);
  });
  parser.write(xml).close();
  return read;
}

/** The texts of all elements of this name. */
export function textsOf(xml: string, name: string): string[] {
  return strictly(xml)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
}
