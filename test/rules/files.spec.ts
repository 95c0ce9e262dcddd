import { expect, it } from '@jest/globals';
import { filesThat } from './sources.js';

/** What knows where bytes lie opens a file: each of these has to have read a row that says who may. */
it('few files of src know where the bytes of files lie', () => {
  expect(filesThat((text) => /files-folder\.js'/.test(text))).toEqual([
    'documents/documents.module.ts',
    'documents/published-files.ts',
    'submissions/documents/waiting-files.ts',
    'uploads/store.ts',
  ]);
  expect(filesThat((text) => /\bfilesDir\b/.test(text))).toEqual([
    'config/config.ts',
    'config/read-config.ts',
    'documents/files-folder.ts',
  ]);
});
