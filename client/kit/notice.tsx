/** One line that says what has just happened; never floats over anything. */
export function Notice({ words, kind = 'good' }: { words: string; kind?: 'good' | 'bad' }) {
  return (
    <p class={`toast ui ${kind}`} role="status">
      {words}
    </p>
  );
}
