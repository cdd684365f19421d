/** Something a person can put right: its message is one sentence for them, shown without a stack trace. */
export class Failure extends Error {
  constructor(
    sentence: string,
    /** 1: it did not work. 2: it was asked for wrongly. */
    readonly exitCode: 1 | 2 = 1,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
    this.name = 'Failure';
  }
}
