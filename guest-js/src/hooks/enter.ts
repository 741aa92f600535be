import { failure } from '#api/failure';
import { ApiError } from '../api-error.ts';
import { type InstanceState, switchState } from '../state.ts';

/** `at init (gadget.js:2:3)` in QuickJS, `init@gadget.js:2:3` in StarlingMonkey, whose bindings are no news to the author. */
const frame = /^\s+at |^[^@]*@(?!.*initializer\.js).+:\d+:\d+$/;

/** Lines of a stack that go into the text of an error. */
const stackLines = 4;

/** Runs `body` as this instance; what it throws is turned into what the host understands. */
export function enter<T>(state: InstanceState, body: () => T): T {
  const before = switchState(state);
  try {
    const answer = body();
    if (answer instanceof Promise)
      throw new Error(
        'hooks and callbacks of a gadget are synchronous, but this one is async or answered a promise',
      );
    return answer;
  } catch (error) {
    throw toFailure(error);
  } finally {
    switchState(before);
  }
}

/** What a hook throws, as what the host understands. */
export function toFailure(error: unknown): unknown {
  if (error instanceof ApiError) return failure(error.tag, error.message);
  if (!(error instanceof Error)) return failure('other', `thrown: ${String(error)}`);
  const frames = (error.stack ?? '').split('\n').filter((line) => frame.test(line));
  return failure('other', [`${error.name}: ${error.message}`, ...frames.slice(0, stackLines)].join('\n'));
}
