import type { Line } from './script.js';

/** A thread of the demonstration with all that is said in it, still without dates. */
export interface Chapter {
  title: string;
  by: string;
  category: string;
  daysAgo: number;
  text: string;
  replies: Line[];
}

/** A message with its dates: when it was sent, and when a moderator let it through. */
export interface Message extends Line {
  writtenAt: Date;
  publishedAt: Date;
}

export interface DatedChapter extends Omit<Chapter, 'replies' | 'daysAgo'> {
  writtenAt: Date;
  publishedAt: Date;
  replies: Message[];
}
