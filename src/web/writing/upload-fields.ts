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
  /** Values of `upload` of pictures that are to be one document. */
  together: values,
  /** `join`, or `up` and `down` with a value of `upload`: the form comes back as it is then. */
  arrange: z.string().max(80).optional(),
};

/** What is said of each upload, in their order. */
export const SAID_OF_UPLOADS = [
  'uploadTitle',
  'uploadText',
  'uploadOrigin',
  'uploadFrom',
  'uploadNature',
  'uploadDated',
] as const;

type UploadField = keyof typeof uploadFields;

type SentUploads = { [F in Exclude<UploadField, 'arrange'>]?: string[] | undefined } & {
  arrange?: string | undefined;
};

/** What a form says of files; `documents` is undefined where it has no such fields. */
export interface SentDocuments {
  documents?: TypedDocument[] | undefined;
  /** Whether something is to be changed of their list, and the form is to come back. */
  comesBack: boolean;
}

/** Takes them out of a form. */
export function withDocuments<S extends SentUploads>(sent: S): Omit<S, UploadField> & SentDocuments {
  const { upload, remove, together: _together, arrange, ...others } = sent;
  const { uploadTitle, uploadText, uploadOrigin, uploadFrom, uploadNature, uploadDated, ...rest } = others;
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
  const arranged = documents && moved(documents, arrange);
  return { ...rest, documents: arranged, comesBack: gone.size > 0 || arrange !== undefined } as Omit<S, UploadField> &
    SentDocuments;
}

function moved(documents: readonly TypedDocument[], arrange: string | undefined): TypedDocument[] {
  const [way, upload] = (arrange ?? '').split(' ');
  const list = [...documents];
  const from = list.findIndex((each) => each.upload === upload);
  const to = from + (way === 'up' ? -1 : 1);
  const [one, other] = [list[from], list[to]];
  if ((way === 'up' || way === 'down') && one !== undefined && other !== undefined)
    [list[from], list[to]] = [other, one];
  return list;
}
