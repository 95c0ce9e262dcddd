import { Injectable, type OnModuleInit } from '@nestjs/common';
import { h } from 'preact';
import { libraryAddress } from '../../../client/documents/library-address.js';
import { TownDocuments } from '../../../client/documents/town-documents.js';
import { Library } from '../../documents/library.js';
import type { Around } from '../../towns/around.js';
import { TownPieces } from '../kit/town-pieces.js';

const IN_TOWN = 6;

/** The last documents of cases, workshops and threads, on the pages of towns, departments and regions. */
@Injectable()
export class DocumentsOfTown implements OnModuleInit {
  constructor(
    private readonly library: Library,
    private readonly towns: TownPieces,
  ) {}

  onModuleInit(): void {
    this.towns.set('documents', async (around, audience, ui) => {
      const { rows } = await this.library.find(audience, around, null, IN_TOWN);
      return rows.length === 0 ? null : h(TownDocuments, { ui, rows, more: listOf(around) });
    });
  }
}

/** A region has no list of its own. */
function listOf({ town, departments: [department, ...others] = [] }: Around): string | null {
  if (town !== undefined) return libraryAddress({ town });
  return department === undefined || others.length > 0 ? null : libraryAddress({ department });
}
