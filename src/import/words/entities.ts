import { decodeHTMLStrict } from 'entities';

const ENTITY = /&(?:#x?[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi;

/** Written as entities these are shown; as themselves they would be markup. */
const MARKUP = /[&<>"'[\]{}|\\`*_~\-#]/;

/** In these nothing is interpreted, so an entity was meant as it stands. */
const AS_TYPED = /(<(code|cadre|math|html)\b[^>]*>[\s\S]*?<\/\2>)/i;

/** A text that is shown as it is: a name, a title. */
export function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity) => decodeHTMLStrict(entity));
}

/** A text that will be rendered: letters and signs as themselves, but no entity becomes markup. */
export function lettersOf(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .split(AS_TYPED)
    .map((part, place) => (place % 3 === 0 ? part.replace(ENTITY, letter) : place % 3 === 1 ? part : ''))
    .join('');
}

function letter(entity: string): string {
  const said = decodeHTMLStrict(entity);
  return MARKUP.test(said) ? entity : said;
}
