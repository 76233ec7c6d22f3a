import { EngineError } from '../errors';

/** No answer came: nothing listens, the name does not resolve, or the browser blocked the page (CORS). */
export class EndpointUnreachableError extends EngineError {
  override readonly name = 'EndpointUnreachableError';
}

/** The server refuses the key, or wants one (401, 403). */
export class EndpointKeyError extends EngineError {
  override readonly name = 'EndpointKeyError';
}

/** The server does not serve the model, or has not the path that was asked (404). */
export class EndpointModelError extends EngineError {
  override readonly name = 'EndpointModelError';
}

/** The server gives no log-probabilities, or none of the alternatives. */
export class EndpointLogprobsError extends EngineError {
  override readonly name = 'EndpointLogprobsError';
}

/** The server refuses this very request: another try would be refused too (other 4xx, redirects). */
export class EndpointRefusedError extends EngineError {
  override readonly name = 'EndpointRefusedError';
}

/** The server asked to wait, more often or longer than was allowed (429). */
export class EndpointBusyError extends EngineError {
  override readonly name = 'EndpointBusyError';
}

/** The server failed (5xx), again and again. */
export class EndpointServerError extends EngineError {
  override readonly name = 'EndpointServerError';
}

/** No answer within the time that was given, again and again. */
export class EndpointTimeoutError extends EngineError {
  override readonly name = 'EndpointTimeoutError';
}

/** The answer is not of the form that the API promises. */
export class EndpointAnswerError extends EngineError {
  override readonly name = 'EndpointAnswerError';
}

/** An endpoint cannot do this at all: score tokens, go on within a chat turn, take token ids. */
export class EndpointUnsupportedError extends EngineError {
  override readonly name = 'EndpointUnsupportedError';
}
