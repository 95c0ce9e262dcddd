import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { libraryAddress } from '../../../client/documents/library-address.js';
import { TownDocuments } from '../../../client/documents/town-documents.js';
import { Library } from '../../documents/library.js';
import { TownPieces } from '../kit/town-pieces.js';

const IN_TOWN = 6;

/** The last documents of the cases, workshops and threads of a town, on its page. */
@Injectable()
export class DocumentsOfTown implements OnModuleInit {
  constructor(
    private readonly library: Library,
    private readonly towns: TownPieces,
  ) {}

  onModuleInit(): void {
    this.towns.set('documents', async ({ code: town }, audience, ui) => {
      const { rows } = await this.library.find(audience, { town }, null, IN_TOWN);
      return rows.length === 0 ? null : h(TownDocuments, { ui, rows, more: libraryAddress({ town }) });
    });
  }
}
