import type { Catalogue } from '../fr.js';

export const section: Catalogue['section'] = {
  about: (title) => `“${title}”`,
};
