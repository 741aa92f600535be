import { decodeUtf8 } from '../data/bytes-column.ts';

/** What a guest wrote to its output during a call, the end of it: a runtime that falls says there why. */
export class LastWords {
  private readonly most: number;
  private bytes: Uint8Array<ArrayBufferLike> = new Uint8Array(0);

  /** At most `most` bytes are kept. */
  constructor(most: number) {
    this.most = most;
  }

  add(bytes: Uint8Array): void {
    this.bytes = Buffer.concat([this.bytes, bytes]).subarray(-this.most);
  }

  /** What happened, after what the engine says; nothing but that when the guest said nothing. */
  after(reason: string): string {
    const text = decodeUtf8(this.bytes, 0, this.bytes.length).trim();
    return text === '' ? reason : (javaScriptError(text) ?? `${reason}: ${text}`);
  }

  clear(): void {
    if (this.bytes.length > 0) this.bytes = new Uint8Array(0);
  }
}

/** QuickJS's runtime writes an uncaught error as Rust shows structures to programmers. */
function javaScriptError(text: string): string | undefined {
  const found =
    /Exception \{ message: Some\("((?:[^"\\]|\\.)*)"\)(?:, stack: Some\("((?:[^"\\]|\\.)*)"\))?/.exec(text);
  if (found === null) return undefined;
  const [message, stack] = [found[1]!, found[2] ?? ''].map(unescape);
  return `uncaught error: ${message}\n${stack}`.trimEnd();
}

function unescape(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]{1,6})\}|(.))/g, (_, code: string | undefined, letter: string) => {
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    return letter === 'n' ? '\n' : letter === 't' ? '\t' : letter === 'r' ? '\r' : letter;
  });
}
