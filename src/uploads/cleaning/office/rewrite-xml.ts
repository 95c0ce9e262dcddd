import { Parser } from 'htmlparser2';
import { BOUNDS } from '../bounds.js';
import { Refused } from '../refusal.js';

/**
 * What becomes of an element: it stays, it goes with all that is in it, it goes and what is in it stays, or it is
 * decided when its text is known.
 */
export type Fate = 'keep' | 'drop' | 'unwrap' | 'ask';

export interface XmlRules {
  /** `name` without its prefix: a prefix is what the file wants it to be. */
  fateOf: (name: string, attributes: Record<string, string>) => Fate;
  /** What an attribute says instead; null takes it out. */
  attribute: (name: string, value: string, element: string) => string | null;
  /** Whether an element of the fate `ask` stays. */
  mayStay?: (name: string, text: string) => boolean;
  /** Told of the text that stays, and of each element that ends. */
  text?: (text: string, within: string) => void;
  end?: (name: string) => void;
}

const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;

/**
 * A part of an office file by the rules, as XML again: no comments, no instructions, nothing that another program
 * announced with `mc:Ignorable`. @throws Refused for a DTD or an entity, for what is no XML
 */
export function rewriteXml(bytes: Uint8Array, rules: XmlRules): string {
  const text = decoded(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('entities');
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  const open: { name: string; local: string; fate: Fate; start: number; text: string }[] = [];
  let dropped = 0;
  let ignorable = new Set<string>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!NAME.test(name) || open.length > BOUNDS.depth) throw new Refused('broken');
        const local = localOf(name);
        if (open.length === 0) ignorable = ignored(attributes);
        const fate =
          dropped > 0 ? 'drop' : isIgnored(name, ignorable) ? 'drop' : rules.fateOf(local, locals(attributes));
        open.push({ name, local, fate, start: out.length, text: '' });
        if (fate === 'drop') dropped++;
        else if (fate !== 'unwrap') out.push(`<${name}${written(attributes, local, ignorable, rules)}>`);
      },
      ontext(words) {
        if (dropped > 0) return;
        const within = open.at(-1);
        if (within === undefined) return;
        within.text += within.fate === 'ask' ? words : '';
        out.push(escaped(words));
        if (within.fate !== 'ask') rules.text?.(words, within.local);
      },
      onclosetag() {
        const { name, local, fate, start, text: words } = open.pop() ?? {};
        if (name === undefined || local === undefined) return;
        if (fate === 'drop') dropped--;
        else if (fate === 'ask' && rules.mayStay?.(local, words ?? '') !== true) out.length = start ?? out.length;
        else if (fate !== 'unwrap') {
          out.push(`</${name}>`);
          rules.end?.(local);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (out.length === 1) throw new Refused('broken');
  return out.join('');
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('broken');
  }
}

export function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function locals(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localOf(name), value]));
}

function ignored(attributes: Record<string, string>): Set<string> {
  const list = Object.entries(attributes).find(([name]) => localOf(name) === 'Ignorable')?.[1] ?? '';
  return new Set(list.split(/\s+/).filter((prefix) => prefix !== ''));
}

function isIgnored(name: string, ignorable: Set<string>): boolean {
  return name.includes(':') && ignorable.has(name.slice(0, name.indexOf(':')));
}

function written(
  attributes: Record<string, string>,
  element: string,
  ignorable: Set<string>,
  rules: XmlRules,
): string {
  let line = '';
  for (const [name, value] of Object.entries(attributes)) {
    const isNamespace = name === 'xmlns' || name.startsWith('xmlns:');
    if (!NAME.test(name) || isIgnored(name, ignorable) || localOf(name) === 'Ignorable') continue;
    const said = isNamespace ? value : rules.attribute(localOf(name), value, element);
    if (said !== null) line += ` ${name}="${escaped(said).replaceAll('"', '&quot;')}"`;
  }
  return line;
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text.replace(CONTROL, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
