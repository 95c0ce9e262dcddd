import { Controller, Delete, Head, Patch, Post, UnsupportedMediaTypeException, UseInterceptors } from '@nestjs/common';
import { Invalid } from '../../errors/errors.js';
import { ResumedUploads, type UploadSpan } from '../../uploads/resumed-uploads.js';
import { networkOf } from '../../visitors/network.js';
import { type Answer, done, type Whole } from '../kit/answer.js';
import { Asked, type Asking } from '../kit/asking.js';
import { PART_OF_FILE } from '../kit/forms.js';
import { PathParts } from '../kit/input.js';
import { Limits } from '../kit/limits.js';
import { ForEveryone } from '../kit/marks.js';
import { uploadPath, type UploadPath } from '../kit/path-parts.js';
import { FilesDoor } from './files-door.js';
import { Places } from './places.js';
import { TakesParts } from './takes-files.js';
import { TusAnswers } from './tus-answers.js';
import { formIn, lengthIn, offsetIn, TUS } from './tus-headers.js';

/**
 * Files that come before their form, in parts and after breaks, by tus. The last part of their address is the token
 * that the form sends as `upload`.
 */
@Controller('uploads')
@UseInterceptors(TusAnswers)
export class UploadsController {
  constructor(
    private readonly resumed: ResumedUploads,
    private readonly door: FilesDoor,
    private readonly limits: Limits,
    private readonly places: Places,
  ) {}

  /** All of it counts for the share of a day now, since whoever announces a file has its room. */
  @Post()
  @ForEveryone()
  async begin(@Asked() { request, visitor, now }: Asking): Promise<Answer> {
    const length = lengthIn(request.headers);
    if (!(await this.door.isOpen(visitor, formIn(request.headers)))) throw new Invalid({ file: 'no-files-here' });
    this.resumed.mustFit(length);
    await this.limits.mustHaveBytes(request, length);
    await this.limits.take('upload', request);
    // Before it has room: of several at once, each counts with those before it.
    await this.limits.takeBytes(request, length);
    const token = await this.resumed.begin(length, now).catch(async (error: unknown) => {
      await this.limits.giveBackBytes(request, length);
      throw error;
    });
    return { ...done(), status: 201, headers: { location: `/uploads/${token}`, 'tus-extension': TUS.extensions } };
  }

  @Head(':token')
  @ForEveryone()
  async show(@PathParts(uploadPath) { token }: UploadPath, @Asked() { now }: Asking): Promise<Answer> {
    const span = await this.resumed.span(token, now);
    return { ...done(), status: 200, headers: headersOf(span) };
  }

  @Patch(':token')
  @TakesParts()
  @ForEveryone()
  async goOn(@PathParts(uploadPath) { token }: UploadPath, @Asked() { request, now }: Asking): Promise<Answer> {
    if (request.headers['content-type'] !== PART_OF_FILE) throw new UnsupportedMediaTypeException();
    const offset = offsetIn(request.headers);
    // Before a place is asked for: a connection that is lost may still hold one.
    await this.resumed.release(token);
    const who = networkOf(request.ip);
    const leave = this.places.enter(who);
    try {
      const come = await this.resumed.goOn(token, offset, request.raw, { now, who });
      return { ...done(), headers: { 'upload-offset': String(come) } };
    } catch (error) {
      // A line that broke, be it behind the last byte: what was read is kept, and nobody is there to be answered.
      if (request.raw.errored !== null) return done();
      throw error;
    } finally {
      leave();
    }
  }

  @Delete(':token')
  @ForEveryone()
  async remove(@PathParts(uploadPath) { token }: UploadPath, @Asked() { now }: Asking): Promise<Answer> {
    await this.resumed.remove(token, now);
    return done();
  }
}

function headersOf({ length, offset, until }: UploadSpan): Whole['headers'] {
  return {
    'upload-length': String(length),
    'upload-offset': String(offset),
    ...(until !== null && { 'upload-expires': until.toUTCString() }),
  };
}
