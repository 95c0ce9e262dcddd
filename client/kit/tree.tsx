const CROWN =
  'M2.500 23.500C2.500 11.500 11 3.500 22 3.500s19.500 8 19.500 20c-4.600 2.900-10.600 2.300-14 0' +
  '-.9.700-1.900 1.200-2.900 1.500.1 5.200.9 9.600 4 13.500H15.400c3.100-3.900 3.900-8.300 4-13.500' +
  '-1-.3-2-.8-2.900-1.500-3.400 2.300-9.400 2.900-14 0z';

/** The mark: a village tree and four seats. It carries no information, so it is hidden from screen readers. */
export function Tree() {
  return (
    <svg class="tree" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <path fill="currentColor" d={CROWN} />
      <g fill="currentColor">
        <circle cx="5.500" cy="34" r="2.400" />
        <circle cx="11.500" cy="37.500" r="2.400" />
        <circle cx="32.500" cy="37.500" r="2.400" />
        <circle cx="38.500" cy="34" r="2.400" />
      </g>
    </svg>
  );
}
