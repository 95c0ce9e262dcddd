import type { Position } from '../distance.js';

/** Chief places that GeoNames lists under a name of their own and without the code of their commune. */
export const CHIEF_PLACES: Readonly<Record<string, string>> = {
  Gustavia: '97701',
  Marigot: '97801',
  Vaitape: '98714',
  Rikitea: '98719',
  Hitiaa: '98722',
  Atuona: '98723',
  Fare: '98724',
  Afareaitu: '98729',
  Taiohae: '98731',
  Tapuarava: '98742',
  Moerai: '98744',
  Afaahiti: '98747',
  Vairao: '98748',
  Mataura: '98753',
  Tevaitoa: '98754',
  Tadine: '98815',
  Fayaoué: '98820',
  'Yaté-Barrage': '98832',
  'Port-aux-Français': '98412',
};

const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });

/**
 * Positions of communes on islands that no source knows. Guessed as the middle of other communes (positions.ts) they
 * would be an ocean away. To a tenth of a degree, read off a map.
 */
export const ISLANDS: Readonly<Record<string, Position>> = {
  22016: at(48.8, -3),
  29083: at(48, -4.9),
  85113: at(46.7, -2.3),
  98411: at(-37.8, 77.5),
  98413: at(-46.4, 51.9),
  98414: at(-66.7, 140),
  98415: at(-11.6, 47.3),
  98711: at(-17.4, -145.5),
  98713: at(-15.3, -146.7),
  98716: at(-16.1, -145.6),
  98717: at(-15.8, -140.9),
  98718: at(-10.5, -138.7),
  98720: at(-18.1, -140.9),
  98721: at(-17.6, -142.6),
  98726: at(-16.6, -143.6),
  98727: at(-14.4, -146.1),
  98728: at(-16.4, -152.3),
  98730: at(-14.2, -141.2),
  98732: at(-19.3, -138.8),
  98734: at(-17.7, -149.5),
  98737: at(-14.8, -138.8),
  98739: at(-23.9, -147.7),
  98740: at(-15, -147.6),
  98741: at(-27.6, -144.3),
  98743: at(-22.7, -152.8),
  98745: at(-16.6, -151.5),
  98746: at(-10, -139.1),
  98749: at(-14.5, -145),
  98750: at(-16.8, -151.4),
  98751: at(-17.3, -138.4),
  98752: at(-17.8, -149.4),
  98755: at(-20.8, -138.6),
  98756: at(-8.9, -139.6),
  98757: at(-9.4, -140.1),
  98806: at(-21.7, 165.8),
  98833: at(-21.4, 165.8),
  98901: at(10.3, -109.2),
};
