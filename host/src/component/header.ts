import { GadgetError } from '../errors.ts';

/** Tells apart what people hand over instead of a component, each with what to do. */
export function checkHeader(bytes: Uint8Array): void {
  const refuse = (message: string, hint: string): GadgetError =>
    new GadgetError('E_NOT_A_COMPONENT', message, { hint });
  if (bytes.length === 0) throw refuse('the file is empty', 'Build the gadget again.');
  const magic = [0x00, 0x61, 0x73, 0x6d].every((byte, at) => at >= bytes.length || bytes[at] === byte);
  if (!magic) throw notWasm(bytes);
  if (bytes.length < 8)
    throw refuse(`the file ends after ${bytes.length} bytes`, 'It was cut short: build or fetch it again.');
  const version = (bytes[4] as number) | ((bytes[5] as number) << 8);
  const layer = (bytes[6] as number) | ((bytes[7] as number) << 8);
  if (layer === 0 && version === 1) {
    throw refuse(
      'this is a core WebAssembly module, not a component',
      'Build it with `gadget build`, or turn it into a component: `wasm-tools component new`, after `wasm-tools component embed` if the toolchain does not do that.',
    );
  }
  if (layer !== 1 || version !== 13) {
    throw refuse(
      `this is WebAssembly of version ${version}, layer ${layer}, not a component of version 13`,
      'Build it with a toolchain of today.',
    );
  }
}

function notWasm(bytes: Uint8Array): GadgetError {
  const head = bytes.subarray(0, 512);
  const text = head.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127));
  const zeros = head.every((byte) => byte === 0);
  const what = zeros ? 'it begins with zeros' : text ? 'it is text' : 'it does not begin as WebAssembly does';
  return new GadgetError('E_NOT_A_COMPONENT', `this is not a WebAssembly component: ${what}`, {
    hint: text
      ? 'Sources are run by their folder: `gadget run FOLDER`.'
      : 'Build the gadget again, or check the path.',
  });
}
