import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison } from '../../host/src/wit/compare.ts';
import type { WitPackage } from '../../host/src/wit/model.ts';
import type { RuleId } from '../../host/src/wit/rules.ts';

/** What wasm-tools says about one world. */
export interface Opinion {
  world: string;
  compatible: boolean;
  /** Its words when it is not. */
  words: string;
}

/**
 * Rules about what wasm-tools does not look at: gates, versions, names that only sources use, and what a host asks of a guest that
 * was made later.
 */
export const ours: ReadonlySet<RuleId> = new Set<RuleId>([
  'world-removed',
  'type-removed',
  'use-changed',
  'export-removed',
  'world-export-removed',
  'world-import-lowered',
  'world-include-unknown',
  'gate-missing',
  'gate-removed',
  'gate-changed',
  'gate-wrong-version',
  'version-missing',
  'version-lowered',
  'version-not-raised',
  'version-too-low',
]);

/** Where a comparison and the opinions on its worlds differ, in words. */
export function disagreements(comparison: Comparison, opinions: readonly Opinion[]): string[] {
  const broken = [...comparison.findings, ...comparison.allowed];
  const against = opinions.filter(({ compatible }) => !compatible);
  if (broken.length === 0)
    return against.map(({ world, words }) => `wasm-tools on the world ${world}: ${words}`);
  if (against.length > 0 || opinions.length === 0) return [];
  return broken
    .filter(({ rule }) => !ours.has(rule))
    .map(({ rule, item, what }) => `wasm-tools does not mind: ${item}: ${what} (${rule})`);
}

/** A version of a package, and the folder it was read from. */
export interface WitFolder {
  folder: string;
  wit: WitPackage;
}

/**
 * Asks `wasm-tools component semver-check` about every world that both versions have; undefined when there is no such program. It
 * looks at worlds only, at one break each, and at what a component could notice: not at gates, versions and names of types.
 * Throws when it can not read the packages, which need a version.
 */
export function secondOpinion(
  before: WitFolder,
  after: WitFolder,
  program = 'wasm-tools',
): Opinion[] | undefined {
  if (spawnSync(program, ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'semver-check-'));
  try {
    copyPackage(after.folder, folder);
    copyPackage(before.folder, join(folder, 'deps/before'));
    const prev = `${before.wit.name}@${before.wit.version}`;
    let next = `${after.wit.name}@${after.wit.version}`;
    if (prev === next) {
      // Two packages of one name and version can not lie beside each other; a later version hides nothing.
      next = `${after.wit.name}@9999.0.0`;
      rewritePackageLine(folder, next);
    }
    const worlds = [...before.wit.worlds.keys()].filter((name) => after.wit.worlds.has(name));
    return worlds.map((world) => {
      const pair = ['--prev', inWorld(prev, world), '--new', inWorld(next, world)];
      const argv = ['component', 'semver-check', folder, ...pair];
      const { status, stderr } = spawnSync(program, argv, { encoding: 'utf8' });
      if (status !== 0 && !/not semver-compatible|not the same as/.test(stderr)) {
        throw new Error(`${program} ${argv.join(' ')}: ${stderr}`);
      }
      return { world, compatible: status === 0, words: stderr.trim() };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function copyPackage(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !existsSync(join(path, 'deps')) || path === from });
}

function rewritePackageLine(folder: string, line: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.wit'))) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^package [^;]*;/m, `package ${line};`));
  }
}

function inWorld(name: string, world: string): string {
  return name.replace('@', `/${world}@`);
}
