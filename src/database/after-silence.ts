/**
 * Calls `then` when so many milliseconds have gone, unless it is told to leave it (by what is returned). A process
 * that was held up meanwhile, by a busy machine or by itself, finds its limits passed before it has heard the answers
 * that lie there: they get their turn first.
 */
export function afterSilence(milliseconds: number, then: () => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  const limit = setTimeout(() => {
    turn = setImmediate(then);
  }, milliseconds).unref();
  return () => {
    clearTimeout(limit);
    clearImmediate(turn);
  };
}
