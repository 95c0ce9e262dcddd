export type Sign = 'leaf' | 'hatch' | 'open' | 'few' | 'withheld' | 'median' | 'ninth';

function Drawn({ sign }: { sign: Sign }) {
  if (sign === 'leaf') return <rect class="d-leaf" width="16" height="14" />;
  if (sign === 'hatch') return <rect class="d-hatch" x=".5" y=".5" width="15" height="13" fill="url(#d-hatch)" />;
  if (sign === 'open') return <rect class="d-open" x="1" y="1" width="14" height="12" />;
  if (sign === 'few') return <circle class="d-few" cx="8" cy="7" r="3" />;
  if (sign === 'withheld') return <line class="d-withheld" x1="4" x2="12" y1="7" y2="7" />;
  if (sign === 'median') return <circle class="d-median" cx="8" cy="7" r="5" />;
  return <rect class="d-ninth" x="4" y="3" width="8" height="8" />;
}

/** What the signs of a drawing mean, of those that are in it; part of the drawing, and hidden like it. */
export function Legend({ signs, used }: { signs: readonly (readonly [Sign, string])[]; used?: ReadonlySet<Sign> }) {
  return (
    <ul class="key ui" aria-hidden="true">
      {signs
        .filter(([sign]) => used?.has(sign) !== false)
        .map(([sign, words]) => (
          <li>
            <svg width="16" height="14" focusable="false">
              <Drawn sign={sign} />
            </svg>{' '}
            {words}
          </li>
        ))}
    </ul>
  );
}

/** Once on a page that draws: patterns are shared by all its drawings. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="d-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="d-hatch-ground" width="6" height="6" />
          <line class="d-hatch-line" x1="1.5" x2="1.5" y1="0" y2="6" />
        </pattern>
      </defs>
    </svg>
  );
}
