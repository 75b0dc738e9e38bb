/** Something a person can mend: the message says what is wrong and what to do. Shown without a stack trace. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}

/** A job that cannot succeed however often it is tried. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
}

/** A job that should be tried again after `afterMs`; it does not use up an attempt. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';

  constructor(
    message: string,
    readonly afterMs: number,
  ) {
    super(message);
  }
}

/** The program is ending: what was under way is nobody's failure, and the next start does it again. */
export class EndingError extends Error {
  override readonly name = 'EndingError';

  constructor() {
    super('the program is ending');
  }
}

/** What was asked for does not exist. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}

/** What was asked for cannot be answered as asked; the message says what would be right. */
export class InvalidRequestError extends Error {
  override readonly name = 'InvalidRequestError';
}

/** A row that an update or delete names is not in the store. */
export class MissingRowError extends Error {
  override readonly name = 'MissingRowError';

  constructor(kind: string, id: string) {
    super(`there is no ${kind} ${id}`);
  }
}
