export {
  type Blame,
  type ErrorCode,
  errorCodes,
  GadgetError,
  type GadgetErrorOptions,
  isGadgetError,
} from './errors.ts';
export { type CallDeadlines, defaultDeadlines } from './deadlines.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { DataSource, type Delivery } from './data/data-source.ts';
export { Field, type FieldOptions } from './data/field.ts';
export type { FieldType } from './data/field-type.ts';
export { type ElementKind, kinds, type Kind } from './data/kind.ts';
export type { ListElement } from './data/list-array.ts';
export type { ListsInput } from './data/list-columns.ts';
export { Packet, type Value } from './data/packet.ts';
export { packetOfRows } from './data/packet-rows.ts';
export { type ColumnInput, packetOfColumns } from './data/packet-columns.ts';
export { type ComponentInfo, inspectComponent, type InterfaceUse } from './component/inspect.ts';
export type { InterfaceRequest } from './component/request.ts';
export type { FunctionProfile, GadgetProfile, HookProfile, RunProfile } from './profile.ts';
export { createRun } from './run/create-run.ts';
export {
  type Declaration,
  type DeclaredField,
  type DeclaredSource,
  declareGadget,
  type DeclareOptions,
} from './run/declare.ts';
export {
  type QuarantineFolder,
  quarantineFolder,
  type QuarantineFolderOptions,
} from './quarantine/folder.ts';
export { parseQuarantine } from './quarantine/read-record.ts';
export type {
  CallClock,
  QuarantinedBounds,
  QuarantinedGadget,
  QuarantinedPacket,
  QuarantinedSource,
} from './quarantine/record.ts';
export { quarantineText } from './quarantine/write-record.ts';
export type { LogAttribute } from './api/log-attributes.ts';
export { attach, createImports, type GadgetImports, type ImportsOptions } from './run/imports.ts';
export type { BacktraceFrame } from './run/backtrace.ts';
export type {
  Bindings,
  CallWatch,
  FailurePolicy,
  FailureReport,
  GadgetSpec,
  Instantiate,
  Isolation,
  LogLevel,
  LogRecord,
  Platform,
  PushedSource,
  RunOptions,
  WhenFull,
} from './run/options.ts';
export { createReplay, type ReplayOptions } from './run/replay.ts';
export type { Row, SourceInput } from './run/pushed-source.ts';
export type { Run, RunResult } from './run/run.ts';
export type { GadgetStats, RunStats, SourceStats, StageStats } from './run/stats.ts';
export type { FieldSpec, Feed, Source, SourceProblem } from './sources/source.ts';
export type { Output } from './outputs/output.ts';
export type { PacketIterable } from './outputs/iterable.ts';
