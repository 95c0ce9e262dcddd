/** In characters after cleaning; forms show them, and the check and the forms read the same numbers. */
export const SIZES = {
  title: { least: 3, most: 140 },
  text: { least: 2, most: 20_000 },
  /** Of the lines on a member's page. */
  profile: { least: 2, most: 1_000 },
  name: { most: 60 },
  email: { most: 254 },
  remark: { most: 2_000 },
} as const;
