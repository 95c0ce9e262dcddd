import { type EntitySubscriberInterface, EventSubscriber, type Repository } from 'typeorm';

/** The methods of a repository that the reader login may use. */
export type ReadOnlyRepository<Row extends object> = Pick<
  Repository<Row>,
  | 'find'
  | 'findBy'
  | 'findOne'
  | 'findOneBy'
  | 'findOneOrFail'
  | 'findOneByOrFail'
  | 'exists'
  | 'existsBy'
  | 'count'
  | 'countBy'
>;

/** Something was to be written with the login that only reads: a mistake in the code. */
export class WrittenByReader extends Error {
  constructor() {
    super('The reader writes nothing: take the Writer, if this file may.');
    this.name = 'WrittenByReader';
  }
}

/**
 * Stops every write that TypeORM would send by the reader login. The database refuses it as well, but only when the
 * statement has reached it, and not at all where a host forbids making logins and both are the same.
 */
@EventSubscriber()
export class ReadOnly implements EntitySubscriberInterface {
  beforeInsert = refuse;
  beforeUpdate = refuse;
  beforeRemove = refuse;
  beforeSoftRemove = refuse;
  beforeRecover = refuse;
}

function refuse(): never {
  throw new WrittenByReader();
}
