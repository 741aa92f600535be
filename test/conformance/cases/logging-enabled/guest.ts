import { defineGadget, log, openSource, subscribe } from '@gadget-api/guest';
import { see } from '../../kit/js/observe.ts';

const levels = ['error', 'warn', 'info', 'debug', 'trace'] as const;

export default defineGadget({
  init() {
    write('init');
    subscribe(openSource('open'), () => write('on-packet'));
  },
});

function write(phase: string): void {
  for (const level of levels) log[level](phase);
  see('enabled', levels.map(log.enabled));
}
