/** The flags that bound gadgets, as they were written. */
export interface BoundArguments {
  maxMemory?: string;
  fuel?: string;
  deadline?: string[];
}

/** Of every command that runs some of a gadget. */
export const memoryFlag = '--max-memory <size>';
export const memoryHelp =
  'most memory of a gadget, such as 128MiB (default: 64MiB, or less as gadget.yaml says)';

export const fuelFlag = '--fuel <number>';
export const fuelHelp =
  'most steps of one call of a gadget: entries of functions and turns of loops (default: they are not counted, and deadlines end what loops)';

/** Repeatable. */
export const deadlineFlag = '--deadline <[hook=]duration>';
export const deadlineHelp =
  'how long a call of a gadget may take: 2s for every hook, or on-packet=500ms for one; repeatable (default: 10s for instantiate, init, start and stop, 5s for on-packet, on-tick and on-loss, or less as gadget.yaml says)';
