import { z } from 'zod';
import type { TypedDocument } from '../../submissions/documents/typed-document.js';

/** One value for each file, in their order; how many there may be is said at the field of files. */
const values = z.union([z.string().transform((one) => [one]), z.array(z.string()).max(100)], 'wrong').optional();

/** Fields of the files of a form, for a strict schema. */
export const uploadFields = {
  /** The token of an upload, or the id of a document that stands in the text; an empty one says that there is none. */
  upload: values,
  uploadTitle: values,
  uploadText: values,
  uploadOrigin: values,
  uploadFrom: values,
  uploadNature: values,
  uploadDated: values,
  /** The value of `upload` of what is to go: the form comes back without it. */
  remove: values,
};
type UploadField = keyof typeof uploadFields;

type SentUploads = { [F in UploadField]?: string[] | undefined };

/** What a form says of files; `documents` is undefined where it has no such fields. */
export interface SentDocuments {
  documents?: TypedDocument[] | undefined;
  /** Whether some are to go, and the form is to come back. */
  removes: boolean;
}

/** Takes them out of a form. */
export function withDocuments<S extends SentUploads>(sent: S): Omit<S, UploadField> & SentDocuments {
  const { upload, uploadTitle, uploadText, uploadOrigin, uploadFrom, uploadNature, uploadDated, remove, ...rest } =
    sent;
  const gone = new Set(remove);
  // The empty one has no other fields beside it.
  const documents = upload
    ?.filter((token) => token !== '')
    .map((token, at) => ({
      upload: token.slice(0, 64),
      title: uploadTitle?.[at] ?? '',
      text: uploadText?.[at] ?? '',
      origin: uploadOrigin?.[at] ?? '',
      from: uploadFrom?.[at] ?? '',
      nature: uploadNature?.[at] ?? '',
      dated: uploadDated?.[at] ?? '',
    }))
    .filter(({ upload: token }) => !gone.has(token));
  return { ...rest, documents, removes: gone.size > 0 };
}
