import type { Request } from './protocol';
import { createSession } from './session';

const answer = createSession((reply) => self.postMessage(reply));

self.onmessage = (event: MessageEvent<Request>) => void answer(event.data);
