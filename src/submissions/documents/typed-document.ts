/** What a form says of one file, as it was typed. */
export interface TypedDocument {
  /** The token of an upload, or the id of a document that stands in the text that is changed. */
  upload: string;
  title: string;
  text: string;
  origin: string;
  from: string;
  nature: string;
  dated: string;
}

export const NOTHING_SAID: Omit<TypedDocument, 'upload'> = {
  title: '',
  text: '',
  origin: '',
  from: '',
  nature: '',
  dated: '',
};
