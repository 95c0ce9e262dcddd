import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word that several people have used where everyone may read; counted at night. */
@Entity({ name: 'lexicon' })
export class LexiconEntity {
  @PrimaryColumn('text') word: string;
  @Column('int') posts: number;
  /** What `cutsOf` makes of the word: itself, and itself without each of its letters. */
  @Column('text', { array: true }) cuts: string[];
}
