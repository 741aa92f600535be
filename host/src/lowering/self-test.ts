import { shapes as previewShapes } from '../generated/preview/shapes.ts';
import { shapes } from '../generated/shapes.ts';
import type { Context } from './context.ts';
import { Trap } from './trap.ts';
import type { CoreFunctions } from './v1.ts';

/** A handle that no instance ever got. */
const bogus = 0x7fff_ffff;

/** Types of functions whose first parameter is a handle. */
const takesHandle = /^\([a-z0-9-]+: (borrow|own)</;

/**
 * Calls everything that takes a handle with one that is not there, before the guest exists; gives the first that did not
 * trap. The instance's state is as new afterwards.
 */
export function selfTest(cx: Context, answers: Readonly<Record<string, CoreFunctions>>): string | undefined {
  // Where results would go has to be in order, for handles to be what is wrong.
  cx.memory.bind({ buffer: new ArrayBuffer(64) }, undefined);
  for (const [interfaceName, functions] of Object.entries(answers)) {
    for (const [name, call] of Object.entries(functions)) {
      const drops = name.startsWith('[resource-drop]');
      const shape = (shapes[interfaceName] ?? previewShapes[interfaceName])?.[name];
      if (!drops && !takesHandle.test(shape ?? '')) continue;
      const trapped = trapsOnHandle(call as (...args: number[]) => unknown);
      if (!trapped || cx.state.mayLeave) return `${interfaceName} ${name} takes a handle that does not exist`;
      cx.state.reset();
    }
  }
  cx.memory.unbind();
  return undefined;
}

function trapsOnHandle(call: (...args: number[]) => unknown): boolean {
  try {
    call(bogus, 0, 0, 0, 0, 0, 0);
  } catch (error) {
    return error instanceof Trap && error.message.includes('handle');
  }
  return false;
}
