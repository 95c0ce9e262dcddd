import { Entity, PrimaryColumn } from 'typeorm';

/** A word, an address or a host that screening holds or refuses. */
@Entity({ schema: 'desk', name: 'blocked_word' })
export class BlockedWordEntity {
  @PrimaryColumn('text') list: 'hold' | 'refuse';
  @PrimaryColumn('text') word: string;
}
