import type { Ui } from '../kit/ui.js';
import { queueAddress, type QueuePosition } from './queue-address.js';

interface DeskKeysProps {
  ui: Ui;
  position: QueuePosition;
  /** Submissions beside the card in hand: where one goes without a script. */
  next: string | null;
  previous: string | null;
}

/**
 * What the keys do, and how to be rid of them. Without a script the same letters are access keys of the card in hand.
 */
export function DeskKeys({ ui, position, next, previous }: DeskKeysProps) {
  const { queue } = ui.t;
  const words = queue.keyWords;
  const list: [string[], string][] = [
    [['j', 'k'], words.jk],
    [['a'], words.a],
    [['r'], words.r],
    [['n'], words.n],
    [['e'], words.e],
    [['s'], words.s],
    [['x'], words.x],
    [['t'], words.t],
    [['o'], words.o],
    [['1', '9'], words.reasons],
    [['u'], words.u],
    [['?'], words.help],
  ];
  const hand = (id: string): string => `${queueAddress(position, { hand: id })}#s-${id}`;
  return (
    <section
      class="keys ui"
      data-keys={position.keys ? 'on' : 'off'}
      tabIndex={-1}
      aria-label={queue.keys}
      data-close={queue.keysClose}
    >
      {position.keys && (
        <span data-keys-list>
          {list.map(([keys, what]) => (
            <>
              <span>
                {keys.map((key) => (
                  <>
                    <kbd>{key}</kbd>{' '}
                  </>
                ))}
                {what}
              </span>{' '}
            </>
          ))}
          {next !== null && (
            <>
              <a href={hand(next)} accessKey="j">
                {queue.nextCard}
              </a>{' '}
            </>
          )}
          {previous !== null && (
            <>
              <a href={hand(previous)} accessKey="k">
                {queue.previousCard}
              </a>{' '}
            </>
          )}
        </span>
      )}{' '}
      <a href={queueAddress({ ...position, keys: !position.keys })} data-keys-switch>
        <span data-keys-off hidden={!position.keys}>
          {queue.keysOff}
        </span>
        <span data-keys-on hidden={position.keys}>
          {queue.keysOn}
        </span>
      </a>
    </section>
  );
}
