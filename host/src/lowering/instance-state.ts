import { Trap } from './trap.ts';

/** What one instance may do now. jco keeps the same for its own glue, which direct calls go round. */
export class InstanceState {
  /** Whether the guest may call imports: not inside realloc or post-return, and never again once it is dead. */
  mayLeave = true;
  /** Whether an export is running. */
  entered = false;
  /** What killed it; undefined while it lives. */
  dead: unknown = undefined;

  /** Kills the instance; throw what it gives. A guest can catch what a host function throws, so throwing is not enough. */
  trap(message: string): Trap {
    const trap = new Trap(message);
    this.die(trap);
    return trap;
  }

  /** Kills the instance; the first cause stays. Gives `cause` back, to be thrown. */
  die<T>(cause: T): T {
    if (this.dead === undefined) this.dead = cause;
    this.mayLeave = false;
    return cause;
  }

  /** Why an import can't be called now; throw it. */
  refusal(): unknown {
    return this.dead ?? this.trap('the guest called the host from inside realloc or post-return');
  }

  /** Alive again, for the self-test. */
  reset(): void {
    this.mayLeave = true;
    this.entered = false;
    this.dead = undefined;
  }
}
