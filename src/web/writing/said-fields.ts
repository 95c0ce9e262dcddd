import { z } from 'zod';

const typed = z.string().default('');

/** What a form says of its one file, for a strict schema. */
export const saidFields = {
  title: typed,
  text: typed,
  origin: typed,
  from: typed,
  nature: typed,
  dated: typed,
};

export const NO_SAID = { title: '', text: '', origin: '', from: '', nature: '', dated: '' };
