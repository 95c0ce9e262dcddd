import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a walk over all old rows has come. */
@Entity({ schema: 'desk', name: 'walk' })
export class WalkEntity {
  @PrimaryColumn('text') name: string;
  /** What the rows are like that it has passed; another goal makes it begin anew. */
  @Column('text') goal: string;
  /** The last row that it has passed, as a text in a spelling of its own; empty at the beginning. */
  @Column('text') reached: string;
  @Column('boolean') done: boolean;
}
