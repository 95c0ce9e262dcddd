import { z } from 'zod';
import { sectionIn } from './section-room.js';

/** The room that a client asks for, by the name that pages use. */
export type RoomName =
  | { of: 'thread'; thread: number }
  | { of: 'category'; slug: string }
  | { of: 'desk' }
  | { of: 'follow'; token: string }
  | { of: 'section'; site: string; identifier: string };

const room = z.string().max(700);
const LONGEST = 120;

/** Null for anything that names no room. */
export function readRoomName(said: unknown): RoomName | null {
  const name = room.safeParse(said);
  if (!name.success) return null;
  if (name.data === 'desk') return { of: 'desk' };
  const section = sectionIn(name.data);
  if (section !== null) return { of: 'section', ...section };
  if (name.data.length > LONGEST) return null;
  const parts = /^(thread|category|follow):([A-Za-z0-9_-]+)$/.exec(name.data);
  const value = parts?.[2];
  if (value === undefined) return null;
  if (parts?.[1] === 'category') return { of: 'category', slug: value };
  if (parts?.[1] === 'follow') return { of: 'follow', token: value };
  return /^[1-9][0-9]{0,8}$/.test(value) ? { of: 'thread', thread: Number(value) } : null;
}
