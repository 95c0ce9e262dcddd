const NAMES = new Set([
  'fbclid',
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'gad_source',
  'mc_cid',
  'mc_eid',
  'msclkid',
  'igshid',
  'igsh',
  'yclid',
  'ysclid',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'twclid',
  'ttclid',
  'li_fat_id',
  'vero_id',
  'oly_anon_id',
  'oly_enc_id',
  '_openstat',
  'srsltid',
  'epik',
  'mkt_tok',
  'at_medium',
  'at_campaign',
  'rb_clickid',
  's_cid',
  'wickedid',
]);

const PREFIXES = ['utm_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'hsa_'];

function follows(parameter: string): boolean {
  const name = (parameter.split('=', 1)[0] ?? '').toLowerCase();
  return NAMES.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}

/**
 * The query of an address (with its `?`, or empty) without the parameters that only serve to follow people.
 *
 * The other parameters keep their order and their bytes: URLSearchParams would write them anew, and some
 * servers compare them literally.
 */
export function withoutTracking(query: string): string {
  const kept = query
    .replace(/^\?/, '')
    .split('&')
    .filter((parameter) => !follows(parameter));
  return kept.join('&') === '' ? '' : `?${kept.join('&')}`;
}
