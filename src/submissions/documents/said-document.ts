import type { Nature, Origin } from '../../documents/visible-document.js';

/** What is said of a file in one version of a submission; their order there is the order of the files. */
export interface SaidDocument {
  /** Of the file. */
  id: string;
  title: string;
  /** For whoever cannot see it. */
  text: string;
  origin: Origin;
  /** Which authority or paper. */
  from: string;
  nature: Nature;
  /** A day, `2026-11-22`. */
  dated: string | null;
}
