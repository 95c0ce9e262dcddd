import type { ComponentChild } from 'preact';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import type { Ui } from '../../../client/kit/ui.js';
import type { Writer, Written } from '../../../client/kit/written.js';
import type { PreviewedTarget } from '../../../client/writing/previewed-target.js';
import type { Cases } from '../../cases/cases.js';
import type { Published } from '../../publishing/published.js';
import type { Draft } from '../../submissions/draft.js';
import type { OwnSubmissions } from '../../submissions/own-submissions.js';
import type { Submissions } from '../../submissions/submissions.js';
import type { Facts } from '../../submissions/thread-facts/facts.js';
import type { Typed } from '../../submissions/typed.js';
import type { QuotablePosts } from '../../threads/quotable-posts.js';
import type { UsualDelay } from '../../threads/usual-delay.js';
import type { Visitor } from '../../visitors/visitor.js';
import type { DrawnPage } from '../kit/answer.js';

/** What stands in the form, and what is wrong with it; nothing at first. */
export interface Filled {
  written: Written;
  errors: FormErrors | null;
}

/** Who writes, and what a form may ask for besides its target. */
export interface Writing {
  ui: Ui;
  visitor: Visitor;
  writer: Writer;
  posts: QuotablePosts;
  own: OwnSubmissions;
  submissions: Submissions;
  delay: UsualDelay;
  cases: Cases;
}

/** How one kind is treated on the pages for writing. `T` is its target, as its author has seen it. */
export interface WritingKind<T> {
  /** What was typed, with its target as the reception takes it. */
  draft(target: T, typed: Typed): Draft;
  preview(ui: Ui, target: T): PreviewedTarget;
  /** The post that it changes; left out for what becomes one of its own. */
  changes?(target: T): Published;
  /** What stands beside its preview, by what it would be about; left out for nothing. */
  beside?(reading: Pick<Writing, 'ui' | 'visitor' | 'cases'>, facts: Facts | null): Promise<ComponentChild>;
  /** The page with its form. */
  form(writing: Writing, target: T, filled: Filled): Promise<DrawnPage>;
  /** Where a member is led while it waits: to where they see it. `submission` is its id. */
  waitsAt(target: T, submission: string): string;
}
