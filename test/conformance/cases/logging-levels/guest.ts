import { defineGadget, log } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

const levels = ['error', 'warn', 'info', 'debug', 'trace'] as const;

export default defineGadget({
  init() {
    for (const level of levels) log[level]('a line');
    for (const level of levels) log[level](() => 'again');
    see('enabled', levels.map(log.enabled));
  },
  stop: () => see('in stop', levels.map(log.enabled)),
});
