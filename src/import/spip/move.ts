import type { Writer } from '../../database/writer.js';
import type { Reception } from '../../reception/reception.js';
import type { Language } from '../../visitors/visitor.js';
import type { Report } from '../report.js';
import type { Addresses } from './addresses.js';
import type { Staging } from './staging.js';

/** The site that the articles go to. */
export interface ReceivingSite {
  id: number;
  slug: string;
  name: string;
}

/** One move of a site of SPIP, and all that its steps need. */
export interface Move {
  writer: Writer;
  reception: Reception;
  site: ReceivingSite;
  staging: Staging;
  prefix: string;
  addresses: Addresses;
  report: Report;
  /** Of the forum: dates of SPIP have none of their own, and its articles may leave their language unsaid. */
  timeZone: string;
  language: Language;
  emails: boolean;
  /** Nothing is written; the report says what would be. */
  dry: boolean;
}
