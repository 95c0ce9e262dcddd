/** In degrees, WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** In kilometres, as the bird flies. */
export function distance(a: Position, b: Position): number {
  const radians = Math.PI / 180;
  const [south, north] = [a.latitude * radians, b.latitude * radians];
  const east = (b.longitude - a.longitude) * radians;
  const half = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin(east / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half));
}
