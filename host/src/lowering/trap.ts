/** The engine's own class: what unwinds a guest looks the same whoever raised it. */
const RuntimeError: new (message?: string, options?: { cause?: unknown }) => Error = (
  globalThis as unknown as { WebAssembly: { RuntimeError: typeof Error } }
).WebAssembly.RuntimeError;

/** The guest broke a rule of the canonical ABI, or fell: its instance must not be entered again. */
export class Trap extends RuntimeError {
  override readonly name: string = 'Trap';
}
