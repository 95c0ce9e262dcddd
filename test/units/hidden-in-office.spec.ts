import { expect, test } from '@jest/globals';
import { clean } from '../../src/uploads/cleaning/clean.js';
import { everyByte } from '../files/every-byte.js';
import { docx, openDocument, relations, xlsx } from '../files/made-office.js';
import { png } from '../files/made-pictures.js';

test('a Word file shows its hidden words, rows and shapes, and its pictures whole', async () => {
  const body = [
    '<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>cachette</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:rPr><w:specVanish/><w:webHidden/></w:rPr></w:pPr></w:p>',
    '<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>rang</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    '<w:p><w:r><w:drawing><wp:docPr id="1" hidden="1"/><a:blip r:embed="rId9"/><a:srcRect l="50000" r="10000"/>',
    '<a:stretch><a:fillRect l="-90000"/></a:stretch></w:drawing></w:r></w:p>',
    '<w:pict><v:shape xmlns:v="urn:v" style="width:9pt;visibility:hidden;height:8pt">',
    '<v:imagedata src="http://traceur.example/x.png" croptop="30000f"/></v:shape></w:pict>',
  ].join('');
  const more = {
    'word/_rels/document.xml.rels': relations([['rId9', 'image', 'media/image1.png']]),
    'word/media/image1.png': await png(),
  };
  const file = await clean(docx(body, more));
  const all = everyByte(file.bytes);
  expect(all.match(/vanish|hidden|srcRect|fillRect|crop|traceur/gi)).toBeNull();
  expect(all).toContain('<w:rPr><w:b></w:b></w:rPr><w:t>cachette</w:t>');
  expect(all).toContain('width:9pt;height:8pt');
  expect(all).toContain('r:embed="rId9"');
  expect(file.words[0]).toMatch(/cachette\s+rang/);
});

test('a text of LibreOffice shows its hidden sections and words, without those that wait for a condition', async () => {
  const body = [
    '<text:section text:name="S" text:display="none" text:is-hidden="true"><text:p>section</text:p></text:section>',
    '<text:section text:name="T" text:display="condition" text:condition="ooow:1"><text:p>autre</text:p></text:section>',
    '<text:p>vu<text:hidden-text text:condition="x" text:string-value="souterrain" text:is-hidden="true"/></text:p>',
    '<text:p><text:hidden-paragraph text:condition="x" text:is-hidden="true"/>alinéa</text:p>',
    '<text:p><text:conditional-text text:string-value-if-false="souterrain">choisi</text:conditional-text></text:p>',
    '<style:graphic-properties xmlns:style="urn:st" xmlns:fo="urn:f" fo:clip="rect(1cm, 0, 0, 0)"/>',
    '<style:text-properties xmlns:style="urn:st" text:display="none" text:condition="none"/>',
    '<text:p><text:chapter text:display="name">Chapitre</text:chapter></text:p>',
    '<style:map xmlns:style="urn:st" style:condition="value()&lt;0" style:apply-style-name="N"/>',
  ].join('');
  const file = await clean(openDocument('text', body));
  const all = everyByte(file.bytes);
  expect(all.match(/hidden|souterrain|display="none"|display="condition"|fo:clip|text:condition/g)).toBeNull();
  expect(all).toContain('text:display="name"');
  expect(all).toContain('style:condition="value()&lt;0"');
  expect(file.words[0]?.split(/\s+/)).toEqual(
    expect.arrayContaining(['section', 'autre', 'vu', 'alinéa', 'choisi', 'Chapitre']),
  );
});

test('a sheet shows its pictures whole', async () => {
  const more = {
    'xl/worksheets/_rels/sheet1.xml.rels': relations([['rId1', 'drawing', '../drawings/drawing1.xml']]),
    'xl/drawings/drawing1.xml':
      '<d xmlns:a="urn:a" xmlns:r="urn:r"><a:blip r:embed="rId1"/><a:srcRect l="50000"/><a:stretch><a:fillRect t="-9"/></a:stretch></d>',
    'xl/drawings/_rels/drawing1.xml.rels': relations([['rId1', 'image', '../media/image1.png']]),
    'xl/media/image1.png': await png(),
  };
  const all = everyByte((await clean(xlsx('<row><c><v>1</v></c></row>', more))).bytes);
  expect(all).toContain('<a:blip r:embed="rId1">');
  expect(all.match(/srcRect|fillRect/g)).toBeNull();
});
