/** How many turns others had while this was made: somebody who asks for the next one as soon as one is over. */
export async function turnsOfOthers<T>(work: () => Promise<T>): Promise<{ made: T; turns: number }> {
  let turns = 0;
  let isDone = false;
  const others = (): void => {
    turns++;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  const made = await work();
  isDone = true;
  return { made, turns };
}
