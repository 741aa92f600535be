const decoder = new TextDecoder();

/**
 * Arguments as /proc has them, each ended by a NUL, as one line that a person can read and a shell would take apart
 * again. A process without arguments shows its name in brackets.
 */
export function commandLine(cmdline: Uint8Array, name: string): string {
  const args = decoder.decode(cmdline).replace(/\0+$/, '').split('\0');
  if (args.length === 1 && args[0] === '') return `[${name}]`;
  return args.map(quote).join(' ');
}

function quote(arg: string): string {
  return arg === '' || /[\s'"\\$`]/.test(arg) ? `'${arg.replaceAll("'", `'\\''`)}'` : arg;
}
