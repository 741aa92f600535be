/** Runs gadgets in tests: plain vitest, no component needed, a clock that goes when told to. */
export { type FakeClock, fakeClock, type FakeClockOptions } from './fake-clock.ts';
export { type GadgetExports, nativeGadget } from './native-gadget.ts';
export { runRows, type RunRowsOptions } from './run-rows.ts';
export {
  type GadgetUnderTest,
  startGadget,
  type TestLine,
  type TestOptions,
  type TestResult,
  type TestRow,
  type TestRun,
} from './start-gadget.ts';
