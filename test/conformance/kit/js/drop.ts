/** Drops the handle of a source or a field, which authors leave to the engine. */
export function drop({ raw }: { raw: object }): void {
  (raw as Disposable)[Symbol.dispose]();
}
