import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Clock } from '../../clock/clock.js';
import { Credentials, type Proven } from '../../members/credentials.js';

/** Passport asks whether name and password belong together; what follows from that is the controller's. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {
    super({ usernameField: 'name', passwordField: 'password', session: false });
  }

  validate(name: string, password: string): Promise<Proven | null> {
    return this.credentials.check(name, password, this.clock.now());
  }
}
