import { isatty } from 'node:tty';
import type { Sink } from '../outputs/sink.ts';

/** The size of the terminal, kept by the main thread, as a worker thread hears nothing of its changes: columns and rows. */
export type ScreenMemory = Int32Array<SharedArrayBuffer>;

/** For the main thread: memory that follows the size of the terminal on standard output; 0 when it is none. */
export function watchScreen(): { memory: ScreenMemory; stop: () => void } {
  const memory = new Int32Array(new SharedArrayBuffer(8));
  if (!isatty(1)) return { memory, stop: () => {} };
  const update = (): void => {
    memory[0] = process.stdout.columns;
    memory[1] = process.stdout.rows;
  };
  update();
  process.stdout.on('resize', update);
  return { memory, stop: () => process.stdout.off('resize', update) };
}

/** For a worker thread: a sink that knows the size of the terminal. */
export function onScreen(sink: Sink, memory: ScreenMemory): Sink {
  return {
    isTerminal: sink.isTerminal,
    get columns() {
      return memory[0]! > 0 ? memory[0]! : sink.columns;
    },
    get rows() {
      return memory[1]! > 0 ? memory[1]! : sink.rows;
    },
    write: (text) => sink.write(text),
  };
}
