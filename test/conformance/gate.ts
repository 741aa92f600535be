/** Holds an output back, as a slow reader does. */
export class Gate {
  private arrived: PromiseWithResolvers<void> | undefined;
  private opened: PromiseWithResolvers<void> | undefined;

  /** For the output: resolves when the gate opens. Nothing while it is open. */
  pass(): Promise<void> | undefined {
    this.arrived?.resolve();
    return this.opened?.promise;
  }

  /** Does `work`, and `meanwhile` while it is held at the gate. Work that does not come there is not held. */
  async hold(work: () => Promise<void>, meanwhile: () => Promise<void>): Promise<void> {
    const [arrived, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    [this.arrived, this.opened] = [arrived, opened];
    const done = work();
    await Promise.race([arrived.promise, done]);
    await meanwhile();
    this.opened = undefined;
    opened.resolve();
    await done;
  }
}
