import { describe, expect, test } from 'vitest';
import { isGadgetError } from '../../errors.ts';
import type { Machine } from './machine.ts';
import { findToolchain } from './toolchain.ts';

const host = 'x86_64-unknown-linux-gnu';
const rustup = { sysroot: '/home/ann/.rustup/stable', release: '1.95.0' };
const debian = { sysroot: '/usr', release: '1.96.0' };

interface Installed {
  programs?: Readonly<Record<string, string>>;
  compilers?: Readonly<Record<string, { sysroot: string; release: string }>>;
  files?: readonly string[];
  links?: Readonly<Record<string, string>>;
}

/** A machine on which only this is installed. */
function machine({ programs = {}, compilers = {}, files = [], links = {} }: Installed): Machine {
  const all = [...files, ...Object.keys(compilers), ...Object.values(programs)];
  return {
    which: (name) => programs[name],
    exists: (file) => all.some((each) => each === file || each.startsWith(`${file}/`)),
    real: (file) => links[file] ?? file,
    ask: async (program, args) => {
      const found = compilers[program];
      if (found === undefined) return undefined;
      return args[0] === '-vV' ? `release: ${found.release}\nhost: ${host}` : found.sysroot;
    },
  };
}

const cargo = { cargo: '/home/ann/.cargo/bin/cargo', rustc: '/home/ann/.cargo/bin/rustc' };
const plainLibrary = `${rustup.sysroot}/lib/rustlib/wasm32-unknown-unknown/lib/libstd.rlib`;
const wasiLibrary = `${rustup.sysroot}/lib/rustlib/wasm32-wasip2/lib/libstd.rlib`;
const lld = `${rustup.sysroot}/lib/rustlib/${host}/bin/rust-lld`;
const source = '/usr/lib/rustlib/src/rust';
const withDebian: Installed = {
  programs: cargo,
  compilers: { [cargo.rustc]: rustup, '/usr/bin/rustc': debian },
  files: [`${source}/library/std/Cargo.toml`, lld],
  links: { [source]: '/usr/src/rustc-1.96.0' },
};

/** The words of the error that it ends with. */
async function complaint(installed: Installed): Promise<string> {
  const error = await findToolchain(machine(installed)).catch((thrown: unknown) => thrown);
  if (!isGadgetError(error)) throw error;
  return `${error.code}: ${error.message}; ${error.hint}`;
}

describe('what is used', () => {
  const both: Installed = {
    ...withDebian,
    files: [...withDebian.files!, plainLibrary, wasiLibrary],
  };

  test('a compiler that has the target before all others', async () => {
    expect(await findToolchain(machine(both))).toEqual({
      ...cargo,
      target: 'wasm32-unknown-unknown',
      library: undefined,
      linker: undefined,
    });
  });

  test('the source of the library, with the compiler of its version and the linker of any', async () => {
    expect(await findToolchain(machine({ ...both, files: [...withDebian.files!, wasiLibrary] }))).toEqual({
      cargo: cargo.cargo,
      rustc: '/usr/bin/rustc',
      target: 'wasm32-unknown-unknown',
      library: `${source}/library`,
      linker: lld,
    });
  });

  test('the newest linker of the system when Rust brings none', async () => {
    const programs = { ...cargo, 'wasm-ld-14': '/usr/bin/wasm-ld-14', 'wasm-ld-19': '/usr/bin/wasm-ld-19' };
    const files = withDebian.files!.filter((file) => file !== lld);
    const { linker } = await findToolchain(machine({ ...withDebian, programs, files }));
    expect(linker).toBe('/usr/bin/wasm-ld-19');
  });

  test('wasi when there is nothing else', async () => {
    const compilers = { [cargo.rustc]: rustup };
    const found = await findToolchain(machine({ programs: cargo, compilers, files: [wasiLibrary] }));
    expect(found.target).toBe('wasm32-wasip2');
  });
});

describe('what is missing, and how to get it', () => {
  test('cargo', async () => {
    expect(await complaint({})).toBe(
      'E_BUILD_TOOL: building this gadget needs Rust, and cargo is not installed; ' +
        'install Rust, see https://rustup.rs, then: rustup target add wasm32-unknown-unknown',
    );
  });

  test('the target, with rustup', async () => {
    const programs = { ...cargo, rustup: '/home/ann/.cargo/bin/rustup' };
    const text = await complaint({ programs, compilers: { [cargo.rustc]: rustup } });
    expect(text).toContain("needs Rust's library for wasm32-unknown-unknown");
    expect(text).toContain(`does not come with ${cargo.rustc} (1.95.0)`);
    expect(text).toMatch(/; rustup target add wasm32-unknown-unknown$/);
  });

  test('the packages, on Debian; source of another version does not count', async () => {
    const text = await complaint({
      ...withDebian,
      compilers: { [cargo.rustc]: rustup, '/usr/bin/rustc': { sysroot: '/usr', release: '1.63.0' } },
      files: [...withDebian.files!, '/etc/debian_version'],
    });
    expect(text).toMatch(
      /; apt-get update && apt-get install -y --no-install-recommends rustc-web rust-web-src$/,
    );
  });

  test('the linker', async () => {
    const files = [`${source}/library/std/Cargo.toml`, '/etc/debian_version'];
    const text = await complaint({ ...withDebian, files });
    expect(text).toContain('there is no wasm-ld; apt-get update && apt-get install');
  });
});
