/** Where rows come from: sources to give to `createRun`. */
export { demoExecFields, type DemoExecOptions, demoExecSource } from './demo-exec.ts';
export { type NdjsonOptions, ndjsonSource } from './ndjson.ts';
export { processFields } from './proc-fields.ts';
export { type ProcessesOptions, processesSource } from './proc-processes.ts';
export { parseSchemaText } from './schema-text.ts';
export type { Feed, FieldSpec, Source, SourceProblem } from './source.ts';
