import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { TeamEditPage } from '../../client/pages/team-edit-page.js';
import { postAddress } from '../../client/parts/address.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { Clock } from '../clock/clock.js';
import { EditablePosts } from '../desk/editable-posts.js';
import { TeamEdits } from '../desk/team-edits.js';
import { NotFound } from '../errors/errors.js';
import { Asked, type Asking } from './asking.js';
import { formProblem } from './form-problem.js';
import { Fields, PathParts } from './input.js';
import { ForModerators } from './marks.js';
import { Pages } from './pages.js';
import { type PostPath, postPath } from './path-parts.js';
import { sentTeamEdit, type SentTeamEdit } from './sent-fields.js';

interface Back {
  written: SentTeamEdit | null;
  errors: FormErrors | null;
  status?: number;
}

/** Changing somebody's published post, for everybody to see that and why. */
@Controller('desk/thread/:id/posts/:number/correction')
export class TeamEditsController {
  constructor(
    private readonly edits: TeamEdits, private readonly posts: EditablePosts, private readonly pages: Pages, private readonly clock: Clock,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<void> {
    await this.draw(asking, path, { written: null, errors: null });
  }

  @Post()
  @ForModerators()
  async create(@PathParts(postPath) path: PostPath, @Fields(sentTeamEdit) sent: SentTeamEdit, @Asked() asking: Asking): Promise<void> {
    const { visitor, request, reply } = asking;
    try {
      const language = this.pages.writtenIn(request);
      await this.edits.edit(visitor, { thread: path.id, number: path.number }, { ...sent, language }, this.clock.now());
      await reply.redirect(postAddress(path.id, path.number), 303);
    } catch (error) {
      const { status, errors } = formProblem(error);
      await this.draw(asking, path, { written: sent, errors, status }, error);
    }
  }

  /** `problem` is what to answer when there is nothing left to change. */
  private async draw({ visitor, request, reply }: Asking, { id, number }: PostPath, { written, errors, status = 200 }: Back, problem: unknown = new NotFound()): Promise<void> {
    const post = await this.posts.one(visitor, { thread: id, number });
    if (post === null) throw problem;
    await this.pages.send(reply, h(TeamEditPage, { ui: this.pages.ui(visitor, request), post, written, errors }), { status });
  }
}
