import { Controller, Get, Post } from '@nestjs/common';
import { h } from 'preact';
import { TeamEditPage, type TeamEditPageProps } from '../../../client/desk/team-edit-page.js';
import { postAddress } from '../../../client/kit/address.js';
import type { FormErrors } from '../../../client/kit/form-errors.js';
import { EditablePosts } from '../../desk/decisions/editable-posts.js';
import { TeamEdits } from '../../desk/decisions/team-edits.js';
import { typedFacts } from '../../submissions/thread-facts/facts-reading.js';
import { withFacts } from '../writing/facts-fields.js';
import { NotFound } from '../../errors/errors.js';
import { type Answer, page, seeOther } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { Fields, PathParts } from '../kit/input.js';
import { ForModerators } from '../kit/marks.js';
import { orAgain } from '../kit/or-again.js';
import { type PostPath, postPath } from '../kit/path-parts.js';
import { sentTeamEdit, type SentTeamEdit } from './sent-fields.js';

interface Back {
  written: TeamEditPageProps['written'];
  errors: FormErrors | null;
}

/** Changing somebody's published post, for everybody to see that and why. */
@Controller('desk/thread/:id/posts/:number/correction')
export class TeamEditsController {
  constructor(
    private readonly edits: TeamEdits,
    private readonly posts: EditablePosts,
  ) {}

  @Get()
  @ForModerators()
  async show(@PathParts(postPath) path: PostPath, @Asked() asking: Asking): Promise<Answer> {
    return this.draw(asking, path, { written: null, errors: null });
  }

  @Post()
  @ForModerators()
  async create(
    @PathParts(postPath) path: PostPath,
    @Fields(sentTeamEdit) fields: SentTeamEdit,
    @Asked() asking: Asking,
  ): Promise<Answer> {
    const sent = withFacts(fields);
    const { visitor, writtenIn: language, now } = asking;
    return orAgain(
      async () => {
        await this.edits.edit(visitor, { thread: path.id, number: path.number }, { ...sent, language }, now);
        return seeOther(postAddress(path.id, path.number));
      },
      (errors, error) => this.draw(asking, path, { written: sent, errors }, error),
    );
  }

  /** `problem` is what to answer when there is nothing left to change. */
  private async draw(
    { visitor, ui }: Asking,
    { id, number }: PostPath,
    { written, errors }: Back,
    problem: unknown = new NotFound(),
  ): Promise<Answer> {
    const post = await this.posts.one(visitor, { thread: id, number });
    if (post === null) throw problem;
    const typed = post.facts === null ? null : typedFacts(post.facts, id);
    return page(h(TeamEditPage, { ui, post, typed, written, errors }));
  }
}
