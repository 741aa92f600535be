import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What an entry file exports, types included; it names each one. In order of the alphabet. */
function exported(entry: string): string[] {
  const text = readFileSync(join(root, entry), 'utf8');
  expect(text, `${entry} exports by name`).not.toMatch(/export \*|export default/);
  const names: string[] = [];
  for (const [, type, list = ''] of text.matchAll(/export (type )?\{([^}]*)\} from/g)) {
    for (const item of list.split(',').map((part) => part.trim())) {
      if (item === '') continue;
      const name = item.replace(/^type /, '').replace(/^.* as /, '');
      names.push(type !== undefined || item.startsWith('type ') ? `type ${name}` : name);
    }
  }
  return names.toSorted((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''), 'en'));
}

it('names the sources and outputs of the host', async () => {
  expect(exported('host/src/sources/index.ts')).toMatchInlineSnapshot(`
    [
      "demoExecFields",
      "type DemoExecOptions",
      "demoExecSource",
      "type Feed",
      "type FieldSpec",
      "type NdjsonOptions",
      "ndjsonSource",
      "parseSchemaText",
      "type ProcessesOptions",
      "processesSource",
      "processFields",
      "type Source",
      "type SourceProblem",
    ]
  `);
  expect(exported('host/src/outputs/index.ts')).toMatchInlineSnapshot(`
    [
      "createOutput",
      "fdSink",
      "type Format",
      "formats",
      "isClosedPipe",
      "limitRows",
      "memorySink",
      "type Output",
      "type OutputOptions",
      "type Sink",
    ]
  `);
});

it('names what the host exports', async () => {
  expect(exported('host/src/index.ts')).toMatchInlineSnapshot(`
    [
      "attach",
      "type BacktraceFrame",
      "type Bindings",
      "type Blame",
      "type CallClock",
      "type CallDeadlines",
      "type CallWatch",
      "type ColumnInput",
      "type ComponentInfo",
      "createImports",
      "createReplay",
      "createRun",
      "DataSource",
      "type Declaration",
      "type DeclaredField",
      "type DeclaredSource",
      "declareGadget",
      "type DeclareOptions",
      "defaultDeadlines",
      "defaultLimits",
      "type Delivery",
      "type ElementKind",
      "type ErrorCode",
      "errorCodes",
      "type FailurePolicy",
      "type FailureReport",
      "type Feed",
      "Field",
      "type FieldOptions",
      "type FieldSpec",
      "type FieldType",
      "type FunctionProfile",
      "GadgetError",
      "type GadgetErrorOptions",
      "type GadgetImports",
      "type GadgetProfile",
      "type GadgetSpec",
      "type GadgetStats",
      "type HookProfile",
      "type ImportsOptions",
      "inspectComponent",
      "type Instantiate",
      "type InterfaceRequest",
      "type InterfaceUse",
      "isGadgetError",
      "type Isolation",
      "type Kind",
      "kinds",
      "type Limits",
      "type ListElement",
      "type ListsInput",
      "type LogAttribute",
      "type LogLevel",
      "type LogRecord",
      "type Output",
      "Packet",
      "type PacketIterable",
      "packetOfColumns",
      "packetOfRows",
      "parseQuarantine",
      "type Platform",
      "type PushedSource",
      "type QuarantinedBounds",
      "type QuarantinedGadget",
      "type QuarantinedPacket",
      "type QuarantinedSource",
      "quarantineFolder",
      "type QuarantineFolder",
      "type QuarantineFolderOptions",
      "quarantineText",
      "type ReplayOptions",
      "type Row",
      "type Run",
      "type RunOptions",
      "type RunProfile",
      "type RunResult",
      "type RunStats",
      "type Source",
      "type SourceInput",
      "type SourceProblem",
      "type SourceStats",
      "type StageStats",
      "type Value",
      "type WhenFull",
    ]
  `);
});

it('names what the SDK exports', () => {
  expect(exported('guest-js/src/index.ts')).toMatchInlineSnapshot(`
    [
      "addListField",
      "after",
      "type Annotation",
      "type AnyField",
      "type AnyListField",
      "ApiError",
      "type ApiErrorTag",
      "type AskedKind",
      "type Attributes",
      "type AttributeValue",
      "type BlockListField",
      "type BytesField",
      "clock",
      "type Clock",
      "createSource",
      "defineGadget",
      "type Delivery",
      "describeFields",
      "elementKind",
      "every",
      "type Field",
      "type FieldByKind",
      "type FieldDescription",
      "type FieldMadeAs",
      "type Gadget",
      "type GadgetHooks",
      "handleUsage",
      "type HandleUsage",
      "type InitInfo",
      "type Instant",
      "isHidden",
      "type Kind",
      "type List",
      "type ListColumn",
      "listField",
      "type ListField",
      "type ListFieldByKind",
      "type ListFieldMadeAs",
      "log",
      "type Log",
      "type LogFunction",
      "type LogLevel",
      "logWith",
      "type LossCause",
      "now",
      "onLoss",
      "openSource",
      "type Packed",
      "type Packet",
      "param",
      "params",
      "type Params",
      "random",
      "type Row",
      "type SomeField",
      "type Source",
      "sourceNames",
      "subscribe",
      "type TextField",
      "type Timer",
      "unsetMany",
      "unsubscribe",
      "type Value",
      "type ValueKind",
      "type Verdict",
    ]
  `);
});

it('names what the harness exports', () => {
  expect(exported('guest-js/src/testing/index.ts')).toMatchInlineSnapshot(`
    [
      "fakeClock",
      "type FakeClock",
      "type FakeClockOptions",
      "type GadgetExports",
      "type GadgetUnderTest",
      "nativeGadget",
      "runRows",
      "type RunRowsOptions",
      "startGadget",
      "type TestLine",
      "type TestOptions",
      "type TestResult",
      "type TestRow",
      "type TestRun",
    ]
  `);
});

it('names what the builder exports', () => {
  expect(exported('guest-js/src/build/index.ts')).toMatchInlineSnapshot(`
    [
      "buildGadget",
      "type BuildOptions",
      "type BuildResult",
      "type Diagnostic",
      "type Engine",
      "engines",
      "findEntry",
    ]
  `);
});

it.each([
  ['host/src/index.ts', '@gadget-api/host'],
  ['guest-js/src/index.ts', '@gadget-api/guest'],
  ['guest-js/src/testing/index.ts', '@gadget-api/guest/testing'],
  ['guest-js/src/build/index.ts', '@gadget-api/guest/build'],
])('%s is what %s gives', async (entry, name) => {
  const values = exported(entry).filter((item) => !item.startsWith('type '));
  expect(Object.keys((await import(name)) as object).toSorted()).toEqual(values.toSorted());
});
