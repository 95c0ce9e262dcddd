import { pdfOf } from '../made-pdf.js';
import { hostile, type HostileFile } from './hostile-file.js';
import { mutated } from './mutations.js';

const TABLE = 'rue;nombre;depuis\r\nde l’Église;3;2019\r\ndes Prés;7;2021\r\n';
const TABBED = TABLE.replaceAll(';', '\t');
const MARKED = '# Relevé\n\n- un mât\n- [le plan](https://example.test/plan)\n\n> cité\n';

/** Tables and texts: whatever is no other kind, so that each oddity is read. */
export function hostileTables(seed: number): HostileFile[] {
  const of = (what: string, text: string, becomes?: string, never?: string): HostileFile =>
    hostile(what, Buffer.from(text, 'utf8'), { ...(becomes && { becomes }), ...(never && { never }) });
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const taken = 'taken';
  return [
    of('nothing', '', 'empty'),
    of('blanks and line ends', ' \t\r\n\u00a0\n'.repeat(9), 'empty'),
    of('control signs alone', '\u0001\u0002\u0003'.repeat(99), 'unknown'),
    of('a sign that ends strings', 'a;b\n1;\0 2\n', 'unknown'),
    hostile('UTF-16', Buffer.from(`\ufeff${TABLE}`, 'utf16le')),
    hostile('UTF-16 the other way', Buffer.from(`\ufeff${TABLE}`, 'utf16le').swap16()),
    hostile(
      'UTF-32',
      Buffer.concat([...TABLE].map((sign) => Buffer.from([sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8, 0, 0]))),
      { becomes: 'unknown' },
    ),
    hostile('UTF-8 of half a sign', latin('a;b\n\xc3;1\n')),
    hostile('UTF-8 that is too long for its signs', latin('a;b\n\xc0\xaf\xe0\x80\xaf;1\n')),
    hostile('UTF-8 of half a pair', latin('a;b\n\xed\xa0\x80;1\n')),
    hostile('every byte but the first', Buffer.from(Array.from({ length: 255 }, (_, n) => n + 1))),
    of(
      'a line that is turned around',
      `rue;nombre\n\u202e3102\u202c;x\n${'une autre;rue\n'.repeat(30)}`,
      taken,
      '\u202e',
    ),
    of('commands of a terminal', 'a;b\n\u001b]0;pwn\u0007\u001b[31m;1\n'.repeat(2)),
    of('commands of a terminal in a long text', `${'un mot ordinaire '.repeat(99)}\u001b[2J`, taken, '\u001b'),
    of('formulas that run programs', `nom;note\n=cmd|'/c calc'!A1;@SUM(1)\n+1+1;-2+3\n`, taken),
    of('one line of five million signs', 'a;'.repeat(2_500_000), taken),
    of('a million lines', 'a;b\n'.repeat(1_000_000), taken),
    of('a million quotes', `${'"'.repeat(1_000_001)};b\n`, taken),
    of('quotes that nothing ends', `"a;b\n${'"x;'.repeat(9_999)}`, taken),
    of('a word of a million letters', 'a'.repeat(1_000_000), taken),
    of('a number of a million digits', '0'.repeat(1_000_000), taken),
    of('numbers that are nearly those of a telephone', '06 12 34 56 7x '.repeat(60_000), taken),
    of('letters that are nearly those of an account', `FR76${' 1234 567'.repeat(60_000)}`, taken),
    of('addresses without an end', 'a@b.'.repeat(200_000), taken),
    of('a heap of marks', `${'['.repeat(100_000)}${']('.repeat(100_000)}`, taken),
    of('marks of a list, quotes and fences', '> - 1. ```\n'.repeat(50_000), taken),
    of('accents upon one letter', `a${'\u0301'.repeat(100_000)}`, taken),
    of('HTML', '<!doctype html><script>alert(1)</script>', 'markup'),
    of('HTML behind a mark of order', '\ufeff <html><body>x', 'markup'),
    of('HTML behind words', 'bonjour <ScRiPt src=//x.test>', 'markup'),
    of('HTML behind a remark', '<!-- x --><b>x', 'markup'),
    of('SVG', '<svg onload="alert(1)"/>', 'markup'),
    of('XML of a billion laughs', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>', 'markup'),
    of('RTF', '{\\rtf1\\object x}', 'old-office'),
    of('RTF behind blanks', ' \n{\\rtf1 x}', 'old-office'),
    of('a script', '#!/bin/sh\nrm -r x\n', 'program'),
    of('PostScript', '%!PS\nquit\n'),
    hostile('a program', Buffer.concat([latin('MZ'), Buffer.alloc(200, 1)]), { becomes: 'program' }),
    hostile('a program of another kind', Buffer.concat([latin('\x7fELF\x02\x01\x01'), Buffer.alloc(99)])),
    of('half of the mark of a picture', 'GIF8;b\n1;2\n'),
    of('words before a PDF', `un;deux\n${pdfOf(['x']).toString('latin1')}`, 'broken'),
    ...mutated(
      {
        'a table': Buffer.from(TABLE),
        'a table in Windows-1252': latin(TABLE.replace('’', "'")),
        'a table of tabs': Buffer.from(TABBED),
        'a text with marks': Buffer.from(MARKED),
      },
      24,
      { seed, other: pdfOf(['x']) },
    ),
  ];
}
