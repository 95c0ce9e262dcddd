import type { Slots } from './drawing.js';
import type { Template } from './template.js';

/** A page of one audience with its slots still open, and how they are filled for one of its members. */
export interface MemberPage {
  template: Template;
  links: string;
  slots: Slots;
}
