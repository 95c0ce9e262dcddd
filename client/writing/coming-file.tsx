import type { Ui } from '../kit/ui.js';

/**
 * How a file looks that a script sends at once, and what is said of it meanwhile: a script has no words of its own. In
 * them `{name}` and `{percent}` are filled.
 */
export function ComingFile({ ui }: { ui: Ui }) {
  const { coming } = ui.t.documents;
  return (
    <template
      data-coming
      data-far={coming.far('{percent}')}
      data-stopped={coming.stopped('{percent}')}
      data-half={coming.half('{percent}')}
      data-begins={coming.begins('{name}')}
      data-breaks={coming.breaks('{name}')}
      data-arrived={coming.arrived('{name}')}
      data-waits={coming.waits}
      data-moved={coming.moved('{place}')}
    >
      <li class="piece by-us">
        <div>
          <p class="meta">
            <b data-name />
          </p>
          <label class="ui far">
            <span data-far-words /> <progress max="100" value="0" />
          </label>
          <p class="hint" data-hint>
            {coming.hint}
          </p>
          <p class="acts">
            <button class="b" type="button" data-again hidden>
              {coming.again}
              <span class="vh" data-name />
            </button>{' '}
            <button class="q" type="button" data-stop>
              {coming.stop}
              <span class="vh" data-name />
            </button>
          </p>
        </div>
      </li>
    </template>
  );
}
