import { InvalidRequestError, NotFoundError, RetryLaterError } from '#domain/errors.js';
import { InvalidParametersError, ProblemError, problemOf } from './problem.js';

const PATH = '/api/v1/feeds';

describe('the problem that a failure is to whoever asked', () => {
  it('has the status of its kind, the message as its detail, and where it was asked', () => {
    expect(problemOf(new NotFoundError('there is no feed "x"'), PATH)).toEqual({
      ...{
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: 'there is no feed "x"',
        instance: PATH,
      },
    });
    expect(problemOf(new InvalidRequestError('url: no'), PATH)).toMatchObject({
      status: 400,
      detail: 'url: no',
    });
    const errors = [{ parameter: 'url', detail: 'no' }];
    expect(problemOf(new InvalidParametersError(errors), PATH)).toMatchObject({ status: 400, errors });
  });

  it('keeps the members that an expected failure brings, and none of them hides the rest', () => {
    const error = new ProblemError(422, 'no feed', { feeds: [], status: 200 });
    expect(problemOf(error, PATH)).toMatchObject({
      ...{ title: 'Unprocessable Entity', status: 422, detail: 'no feed', feeds: [] },
    });
  });

  it('says in seconds when to ask again what cannot be answered now', () => {
    expect(problemOf(new RetryLaterError('busy', 1_200), PATH)).toMatchObject({ status: 503, retryAfter: 2 });
  });

  it('is none of theirs where it is a mistake of ours', () => {
    expect(problemOf(new Error('undefined is not a function'), PATH)).toBeNull();
  });
});
