import { Module } from '@nestjs/common';
import { Letters } from './letters.js';

/**
 * Mail as such: one letter to one address, by the server that the settings name. Knows nothing of who is told what, and
 * never writes an address or a text into a log.
 */
@Module({ providers: [Letters], exports: [Letters] })
export class MailModule {}
