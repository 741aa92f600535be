/** For tests only: programs in which V8 frees code of wasm, and says so. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Calls an import until V8 makes code for it, and drops the instance that it was made for. */
export const useOfImport = `
  const bytes = [0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 2,7,1,1,104,1,102,0,0, 3,2,1,0, 7,5,1,1,114,0,1, 10,6,1,4,0,16,0,11];
  const module = new WebAssembly.Module(Uint8Array.from(bytes));
  (() => {
    const { r } = new WebAssembly.Instance(module, { h: { f() {} } }).exports;
    for (let n = 0; n < 10; n++) r();
  })();
  gc();
  await new Promise((resolve) => setTimeout(resolve, 10));
`;

/** What V8 says of code of wasm that it frees in a program, which it does at once. */
export async function freedBy(program: string): Promise<string> {
  const flags = [
    '--trace-wasm-code-gc',
    '--stress-wasm-code-gc',
    '--wasm-wrapper-tiering-budget=1',
    '--expose-gc',
  ];
  const args = [...flags, '--input-type=module', '-e', program];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
