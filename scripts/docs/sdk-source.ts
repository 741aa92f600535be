/** Whether a name that the reference gives is one in the source of an SDK. It looks at the text, as a reader would. */

/** The source of an SDK, without its tests and generated bindings. */
export interface SdkSource {
  /** Texts of the files. */
  files: readonly string[];
  /** What others can import: index.ts, lib.rs; nothing for Go, where a capital letter says it. */
  exports: string;
}

/** Whether authors in TypeScript can write `name` or `Owner.member`. */
export function hasTypeScriptName(name: string, { files, exports }: SdkSource): boolean {
  const [top = '', member] = name.split('.');
  if (!new RegExp(`^export [^;]*[{ ,]${top}[ ,}]`, 'm').test(exports)) return false;
  if (member === undefined) return has(files, `^export (?:function|const|class) ${top}\\b`);
  return hasMember(files, top, member);
}

function hasMember(files: readonly string[], owner: string, member: string): boolean {
  const type = first(files, new RegExp(`^export const ${owner}: (\\w+)`, 'm'))?.[1] ?? owner;
  const head = new RegExp(`^(?:export )?(?:abstract )?(?:class|interface) ${type}\\b([^{]*)\\{$`, 'm');
  const body = block(files, head, '}');
  if (body === undefined) return false;
  const line = new RegExp(`^  (?:abstract |override |readonly |get )*${member}\\??[(<:]`, 'm');
  if (line.test(body)) return true;
  // The last one of the line: a type parameter may have a bound.
  const base = /^.* extends (\w+)/.exec(body)?.[1];
  return base !== undefined && hasMember(files, base, member);
}

/** Whether authors in Rust can write `name`, `macro!`, `module::name` or `Type::method`. */
export function hasRustName(name: string, { files, exports }: SdkSource): boolean {
  if (name.endsWith('!')) return has(files, `^levels!\\([^)]*^ +${name.slice(0, -1)} [A-Z]`);
  const [owner = '', member] = name.split('::');
  if (member === undefined)
    return has(files, `^pub fn ${owner}\\b`) && new RegExp(`^pub use .*\\b${owner}\\b`, 'm').test(exports);
  if (/^[a-z]/.test(owner))
    return has(files, `^pub fn ${member}\\b`) && new RegExp(`^pub mod ${owner};$`, 'm').test(exports);
  if (!new RegExp(`^pub use .*\\b${owner}\\b`, 'm').test(exports)) return false;
  const inherent = `^( *)impl(?:<[^\\n]*>)? ${owner}(?:<[^\\n]*>)? \\{$`;
  const trait = `^( *)pub trait ${owner}\\b[^\\n]*\\{$`;
  return (
    blocks(files, inherent).some((body) => new RegExp(`^ +pub fn ${member}\\b`, 'm').test(body)) ||
    blocks(files, trait).some((body) => new RegExp(`^ +fn ${member}\\b`, 'm').test(body))
  );
}

/** Whether authors in Go can write `gadget.Name`, or `.Member` of a value of type `Owner`. */
export function hasGoName(name: string, source: SdkSource): boolean {
  const { files } = source;
  const [owner = '', member] = name.split('.');
  if (!/^[A-Z]/.test(member ?? owner)) return false;
  if (member === undefined) return has(files, `^func ${owner}[([]`);
  if (has(files, `^func \\(\\w+ \\*?${owner}(?:\\[\\w+\\])?\\) ${member}\\(`)) return true;
  const body = block(files, new RegExp(`^type ${owner}\\b.* struct \\{$`, 'm'), '}');
  if (body === undefined) return false;
  if (new RegExp(`^\\t${member}\\b`, 'm').test(body)) return true;
  const embedded = [...body.matchAll(/^\t([A-Z]\w+)$/gm)].map(([, each]) => each!);
  return embedded.some((each) => hasGoName(`${each}.${member}`, source));
}

function has(files: readonly string[], pattern: string): boolean {
  return files.some((text) => new RegExp(pattern, 'm').test(text));
}

function first(files: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const text of files) {
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  return undefined;
}

/** The text from a line on to the first line that is `end`. */
function block(files: readonly string[], head: RegExp, end: string): string | undefined {
  const found = first(files, head);
  if (found === undefined) return undefined;
  const stop = found.input.indexOf(`\n${end}`, found.index);
  return found.input.slice(found.index, stop < 0 ? undefined : stop);
}

/** Every text from a line on to the first `}` that is as far indented; the first group is the indentation. */
function blocks(files: readonly string[], head: string): string[] {
  return files.flatMap((text) =>
    [...text.matchAll(new RegExp(head, 'gm'))].map((found) => {
      const stop = text.indexOf(`\n${found[1]}}`, found.index);
      return text.slice(found.index, stop < 0 ? undefined : stop);
    }),
  );
}
