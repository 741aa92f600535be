import path from 'node:path';
import { GadgetError } from '../../errors.ts';
import type { Machine } from './machine.ts';

/** What compiles Rust to WebAssembly on this machine. */
export interface Toolchain {
  cargo: string;
  rustc: string;
  /** The first has no imports but the gadget's own; with the second the library's wasi imports come along. */
  target: 'wasm32-unknown-unknown' | 'wasm32-wasip2';
  /** The source of the standard library, when that has to be built along because it is not there for the target. */
  library: string | undefined;
  /** The linker to name, when the library is built along; otherwise the compiler knows its own. */
  linker: string | undefined;
}

interface Compiler {
  rustc: string;
  sysroot: string;
  /** Such as 1.96.0. */
  release: string;
  /** The machine it runs on, such as x86_64-unknown-linux-gnu. */
  host: string;
}

const plain = 'wasm32-unknown-unknown';

/** What the packages of Debian are called that hold a compiler and the source of the library for it. */
export const debianPackages: readonly string[] = ['rustc-web', 'rust-web-src'];

/**
 * Finds the tools: a compiler that has the target's library (rustup's, or a distribution's), else one whose library's
 * source is there. Throws E_BUILD_TOOL with what to install.
 */
export async function findToolchain(machine: Machine): Promise<Toolchain> {
  const cargo = machine.which('cargo');
  if (cargo === undefined) throw noCargo();
  const compilers = await findCompilers(machine);
  const has = (target: string) => (compiler: Compiler) =>
    machine.exists(path.join(compiler.sysroot, 'lib/rustlib', target, 'lib'));
  const ready = compilers.find(has(plain));
  if (ready !== undefined) {
    return { cargo, rustc: ready.rustc, target: plain, library: undefined, linker: undefined };
  }
  for (const { rustc, sysroot, release } of compilers) {
    const library = libraryOf(machine, sysroot, release);
    if (library === undefined) continue;
    const linker = findLinker(machine, compilers);
    if (linker === undefined) throw noLinker(machine);
    return { cargo, rustc, target: plain, library, linker };
  }
  const wasi = compilers.find(has('wasm32-wasip2'));
  if (wasi === undefined) throw noTarget(machine, compilers);
  return { cargo, rustc: wasi.rustc, target: 'wasm32-wasip2', library: undefined, linker: undefined };
}

/** The compiler that is meant by default, and the distribution's own when another hides it. */
async function findCompilers(machine: Machine): Promise<Compiler[]> {
  const programs = new Set([machine.which('rustc'), '/usr/bin/rustc'].filter((each) => each !== undefined));
  const found: Compiler[] = [];
  for (const rustc of programs) {
    if (!machine.exists(rustc)) continue;
    const [sysroot, version] = [
      await machine.ask(rustc, ['--print', 'sysroot']),
      await machine.ask(rustc, ['-vV']),
    ];
    const release = /^release: (.+)$/m.exec(version ?? '')?.[1];
    const host = /^host: (.+)$/m.exec(version ?? '')?.[1];
    if (sysroot !== undefined && release !== undefined && host !== undefined)
      found.push({ rustc, sysroot, release, host });
  }
  return found;
}

/** The source of this compiler's library. That of another version would not compile. */
function libraryOf(machine: Machine, sysroot: string, release: string): string | undefined {
  const source = path.join(sysroot, 'lib/rustlib/src/rust');
  if (!machine.exists(path.join(source, 'library/std/Cargo.toml'))) return undefined;
  // A distribution's source is a package of its own, in a folder that says the version.
  const version = /rustc-(\d+\.\d+\.\d+)/.exec(machine.real(source))?.[1];
  return version === undefined || version === release ? path.join(source, 'library') : undefined;
}

/** Any of today's links the objects of any of today's compilers. */
function findLinker(machine: Machine, compilers: readonly Compiler[]): string | undefined {
  const own = compilers.map(({ sysroot, host }) => path.join(sysroot, 'lib/rustlib', host, 'bin/rust-lld'));
  const newest = Array.from({ length: 12 }, (_, age) => `wasm-ld-${25 - age}`);
  const others = ['rust-lld', 'wasm-ld', ...newest].map((name) => machine.which(name));
  return [...own.filter(machine.exists), ...others].find((each) => each !== undefined);
}

/** Without cargo. */
export function noCargo(): GadgetError {
  return new GadgetError('E_BUILD_TOOL', 'building this gadget needs Rust, and cargo is not installed', {
    hint: `install Rust, see https://rustup.rs, then: rustup target add ${plain}`,
    details: { tool: 'cargo' },
  });
}

function noTarget(machine: Machine, compilers: readonly Compiler[]): GadgetError {
  const ways = [];
  if (machine.which('rustup') !== undefined) ways.push(`rustup target add ${plain}`);
  if (machine.exists('/etc/debian_version')) ways.push(installDebian(debianPackages));
  const found = compilers.map(({ rustc, release }) => `${rustc} (${release})`).join(' or ');
  return new GadgetError(
    'E_BUILD_TOOL',
    found === ''
      ? 'building this gadget needs rustc, which is not installed'
      : `building this gadget needs Rust's library for ${plain}, which does not come with ${found}`,
    {
      hint: ways.join(', or: ') || `install Rust, see https://rustup.rs, then: rustup target add ${plain}`,
      details: { tool: plain },
    },
  );
}

function noLinker(machine: Machine): GadgetError {
  return new GadgetError('E_BUILD_TOOL', 'building this gadget needs a linker, and there is no wasm-ld', {
    hint: machine.exists('/etc/debian_version')
      ? installDebian(['lld'])
      : 'install lld, the linker of LLVM: it brings wasm-ld',
    details: { tool: 'wasm-ld' },
  });
}

/** The line that installs packages of Debian. */
export function installDebian(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}
