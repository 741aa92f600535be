/** Where rows go: outputs to give to `createRun`. */
export { type Format, formats } from './format.ts';
export { createOutput, type OutputOptions } from './formats.ts';
export { limitRows } from './limit.ts';
export type { Output } from './output.ts';
export { fdSink, isClosedPipe, memorySink, type Sink } from './sink.ts';
