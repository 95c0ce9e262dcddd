import pg from 'pg';

/**
 * The owner of the server that comes along, who is called like its database: only an owner may vacuum and sow in bulk.
 */
export async function asOwner<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, user: connection.database });
  await client.connect();
  return work(client).finally(() => client.end());
}
