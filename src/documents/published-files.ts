import { Injectable } from '@nestjs/common';
import { FilesFolder } from './files-folder.js';
import type { VisibleDocument } from './visible-document.js';

/** Where the bytes of a published document lie: to be asked only with a row that the reader's login has just read. */
@Injectable()
export class PublishedFiles {
  constructor(private readonly folder: FilesFolder) {}

  file({ keptAs }: VisibleDocument): string {
    return this.folder.piece(keptAs, 'file');
  }

  small({ keptAs }: VisibleDocument): string {
    return this.folder.piece(keptAs, 'small.jpg');
  }

  /** The drawing of a page; null where it was not drawn. */
  page({ keptAs, drawn }: VisibleDocument, page: number): string | null {
    return page >= 1 && page <= drawn ? this.folder.piece(keptAs, `${page}.jpg`) : null;
  }
}
