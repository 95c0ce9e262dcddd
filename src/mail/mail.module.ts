import { Module } from '@nestjs/common';
import { Letters } from './letters.js';

/**
 * Sends one letter to one address, by the mail server that the settings name. The folders above may use it and decide
 * who is told what. It must never write an address or a text into a log.
 */
@Module({ providers: [Letters], exports: [Letters] })
export class MailModule {}
