// Spaces are read from their first one only: a long row of them would be searched again from each.
const SIGN = /«[ \u00a0\u202f]*|(?<![ \u00a0\u202f])[ \u00a0\u202f]*»/g;

/** Of each sign whether it has a partner. What has none encloses nothing: a quote may run on in the next paragraph. */
function partners(signs: string[]): boolean[] {
  const paired = signs.map(() => false);
  const open: number[] = [];
  signs.forEach((sign, index) => {
    if (sign.startsWith('«')) open.push(index);
    else {
      const opening = open.pop();
      if (opening !== undefined) paired[opening] = paired[index] = true;
    }
  });
  return paired;
}

/**
 * Quotation marks inside « » are “ ”, as French prints them, and « » again inside those. The texts are the stretches
 * of one paragraph in their order; what stands between two of them may be a tag.
 */
export function nestedQuotes(texts: string[]): string[] {
  const paired = partners(texts.flatMap((text) => text.match(SIGN) ?? []));
  let sign = 0;
  let depth = 0;
  return texts.map((text) =>
    text.replace(SIGN, (typed) => {
      if (paired[sign++] !== true) return typed;
      if (typed.startsWith('«')) return ++depth % 2 === 0 ? '“' : typed;
      return depth-- % 2 === 0 ? '”' : typed;
    }),
  );
}
