/** What an instance uses, of what it may. */
export interface Usage {
  /** Linear memory of all its core modules now, in bytes. */
  readonly memoryBytes: number;
  /** Undefined: it is not counted what the guest does. */
  readonly fuel: { readonly used: number } | undefined;
}
