import { setImmediate } from 'node:timers/promises';

/**
 * Questions that are asked several times in one turn of the process, as when ten people send at the same moment: the
 * database hears each once, at the end of the turn. So nobody gets an answer to a question that left before they asked.
 */
export class SameTurn<Answer> {
  private readonly asked = new Map<string, Promise<Answer>>();

  /** All who ask for this in this turn get one answer, which they may not change. */
  ask(what: string, question: () => Promise<Answer>): Promise<Answer> {
    const known = this.asked.get(what);
    if (known !== undefined) return known;
    const answer = this.atItsEnd(what, question);
    this.asked.set(what, answer);
    return answer;
  }

  private async atItsEnd(what: string, question: () => Promise<Answer>): Promise<Answer> {
    await setImmediate();
    this.asked.delete(what);
    return question();
  }
}
