/**
 * The answers to what was asked at once on one connection, when all of it has ended: what fails must not leave others
 * asking in a transaction that is over by then. Of several that fail the first one's error is thrown.
 */
export async function together<const W extends readonly unknown[]>(
  work: W,
): Promise<{ -readonly [K in keyof W]: Awaited<W[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
