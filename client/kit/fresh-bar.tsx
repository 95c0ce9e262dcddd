/**
 * « 1 nouveau message »: hidden until a script has something to say; its words stand here because scripts have none.
 */
export function FreshBar({ href, one, many }: { href: string; one: string; many: string }) {
  return (
    <p class="fresh ui" role="status" data-fresh hidden data-one={one} data-many={many}>
      <a href={href}>{one}</a>
    </p>
  );
}
