import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TownEntity } from './town.entity.js';

/** The code of a commune that merged, and today's that it is part of. */
@Entity({ name: 'former_town' })
export class FormerTownEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') townCode: string;

  @ManyToOne(() => TownEntity) town: Relation<TownEntity>;
}
