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

/** What one statement has answered for the `at`th of those for whom it asked. */
export async function nth<Answer>(answers: Promise<readonly Answer[]>, at: number): Promise<Answer> {
  const all = await answers;
  if (at >= all.length) throw new Error(`the database answered for ${all.length}, and not for the one at ${at}`);
  return all[at] as Answer;
}
