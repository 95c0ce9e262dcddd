import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { RecoveryPage } from '../../client/pages/recovery-page.js';
import type { FormErrors } from '../../client/parts/form-errors.js';
import { Credentials } from '../members/credentials.js';
import { nameKey } from '../members/name-key.js';
import { Visitor } from '../visitors/visitor.js';
import { Visitors } from '../visitors/visitors.js';
import { recoveryFields } from './account-fields.js';
import { CurrentVisitor } from './current-visitor.js';
import { parseFields } from './input.js';
import { Limits } from './limits.js';
import { ForEveryone } from './marks.js';
import { Pages } from './pages.js';
import { typedAgain, typedIn } from './typed-again.js';

@Controller('recovery')
export class RecoveryController {
  constructor(
    private readonly credentials: Credentials,
    private readonly visitors: Visitors,
    private readonly limits: Limits,
    private readonly pages: Pages,
  ) {}

  @Get()
  @ForEveryone()
  async form(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    await this.show(reply, visitor, '', null);
  }

  @Post()
  @ForEveryone()
  create(@Body() body: unknown, @CurrentVisitor() visitor: Visitor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const recover = async (): Promise<void> => {
      const { name, code, password } = parseFields(recoveryFields, body);
      await this.limits.take('recovery', request);
      await this.limits.takeName('recovery', nameKey(name));
      this.visitors.forgetMember(await this.credentials.recover(name, code, password));
      await reply.redirect('/login?recovered=yes', 303);
    };
    return typedAgain(recover, (errors) => this.show(reply, visitor, typedIn(body, 'name').name, errors));
  }

  private async show(reply: FastifyReply, visitor: Visitor, name: string, errors: FormErrors | null): Promise<void> {
    const ui = this.pages.ui(visitor, reply.request);
    await this.pages.send(reply, h(RecoveryPage, { ui, name, errors }), { status: errors === null ? 200 : 422 });
  }
}
