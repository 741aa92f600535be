import { ApiError, defineGadget, log, openSource, subscribe } from '@gadget-api/guest';

export default defineGadget({
  init() {
    log.info('');
    log.info(' a \\ "b" ');
    log.info('two\nlines\r\n\x1b[31mred\x07\0end\x7f\x85\u2028');
    log.info('grün 🦀 👩‍👧 日本');
    for (const length of [8192, 8193, 1_000_000]) log.info('x'.repeat(length));
    for (const length of [4096, 4097]) log.info('ü'.repeat(length));
    for (const length of [2048, 2049]) log.info('🦀'.repeat(length));
    subscribe(openSource('open'), () => {
      log.info('of a call that fails');
      throw new ApiError('denied', 'no');
    });
  },
});
