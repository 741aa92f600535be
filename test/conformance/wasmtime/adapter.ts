import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, ImportCall, Imports } from './imports.ts';
import type { Wheel } from './install.ts';
import { makePipe, readFrame, writeFrame } from './pipe.ts';

type Question = ImportCall | { drop: number };

const program = join(import.meta.dirname, 'adapter/main.py');

/** The process in which wasmtime runs. Calls into it wait for their answer, so that a component's calls stay a stack. */
export class Adapter {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gadget-wasmtime-'));
  private readonly child: ChildProcess;
  private readonly incoming: number;
  private readonly outgoing: number;
  private closed = false;

  constructor({ python, folder, cache }: Wheel) {
    const config = join(this.folder, 'cache.toml');
    mkdirSync(cache, { recursive: true });
    writeFileSync(config, `[cache]\ndirectory = ${JSON.stringify(cache)}\n`);
    const questions = makePipe(this.folder);
    const answers = makePipe(this.folder);
    const words = openSync(this.stderr, 'w', 0o600);
    this.child = spawn(python, ['-s', '-B', program, config], {
      stdio: [questions.read, answers.write, words],
      env: { ...process.env, PYTHONPATH: folder },
    });
    // Who closes the last writing end ends the other side: only the child may have this one.
    for (const end of [questions.read, answers.write, words]) closeSync(end);
    this.child.on('error', () => {});
    this.child.unref();
    this.incoming = answers.read;
    this.outgoing = questions.write;
  }

  /** Compiles a component, or finds it compiled; gives its number. */
  load(component: Uint8Array | string): number {
    if (typeof component === 'string') return valueOf(this.ask({ load: component })) as number;
    const digest = createHash('sha256').update(component).digest('hex');
    const file = join(this.folder, `${digest}.wasm`);
    writeFileSync(file, component);
    try {
      return valueOf(this.ask({ load: file })) as number;
    } finally {
      rmSync(file);
    }
  }

  /** Asks, and answers from `imports` until the answer is there. Throws when the process has ended. */
  ask(request: Readonly<Record<string, unknown>>, imports?: Imports): Answer {
    if (this.closed) throw new Error('the process with wasmtime was closed');
    let message = this.exchange(request);
    while (!isAnswer(message)) {
      if (imports === undefined) throw new Error('a component called before it was instantiated');
      message = this.exchange('drop' in message ? imports.drop(message.drop) : imports.call(message));
    }
    return message;
  }

  /** Ends the process. Doing it again does nothing. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    closeSync(this.outgoing);
    closeSync(this.incoming);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private exchange(message: object): Answer | Question {
    try {
      writeFrame(this.outgoing, message);
      const next = readFrame(this.incoming) as Answer | Question | undefined;
      if (next !== undefined) return next;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    }
    const words = readFileSync(this.stderr, 'utf8').trim();
    throw new Error(`the process with wasmtime has ended: ${words || 'it said nothing'}`);
  }

  private get stderr(): string {
    return join(this.folder, 'stderr');
  }
}

function isAnswer(message: Answer | Question): message is Answer {
  return 'ok' in message || 'err' in message || 'trap' in message;
}

/** What was answered; a trap and an error are thrown. */
export function valueOf(answer: Answer): unknown {
  if ('ok' in answer) return answer.ok;
  if ('trap' in answer) throw new Error(answer.trap);
  throw new Error(`answered with ${JSON.stringify(answer.err)}`);
}
