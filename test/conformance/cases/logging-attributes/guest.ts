import { ApiError, defineGadget, logWith, openSource, subscribe } from '@gadget-api/guest';

export default defineGadget({
  init() {
    logWith('info', 'kinds', {
      yes: true,
      no: false,
      least: -(2n ** 63n),
      most: 2n ** 64n - 1n,
      zero: 0n,
      ratio: 0.5,
      'minus zero': -0,
      nan: Number.NaN,
      inf: Number.NEGATIVE_INFINITY,
      text: '',
      'other text': 'grün 🦀\n"x"',
    });
    logWith('warn', '', { pid: 42n });
    logWith('info', 'without', {});
    logWith('debug', 'seen by nobody', { pid: 1n });
    logWith('info', 'no key', { '': 1n, a: 1n });
    // Two keys, which are the same as UTF-8.
    logWith('info', 'twice', { '\ud800': 1n, '\udfff': 2n });
    logWith('info', 'x'.repeat(9000), {
      ['k'.repeat(256)]: 'y'.repeat(8192),
      ['k'.repeat(257)]: 'ü'.repeat(4097),
    });
    const many = Array.from({ length: 66 }, (_, at) => [`a${at}`, BigInt(at)] as const);
    logWith('info', 'many', Object.fromEntries(many));
    subscribe(openSource('open'), () => {
      logWith('info', 'of a call that fails', { pid: 1n });
      throw new ApiError('denied', 'no');
    });
  },
});
