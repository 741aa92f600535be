import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataSource } from '../data/data-source.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { type QuarantineFolder, quarantineFolder, type QuarantineFolderOptions } from './folder.ts';
import { parseQuarantine } from './read-record.ts';
import type { QuarantinedPacket } from './record.ts';
import { quarantineText } from './write-record.ts';

let home: string;
let folder: string;
let warnings: string[];
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'gadget-quarantine-'));
  folder = path.join(home, 'kept');
  warnings = [];
});
afterEach(() => rmSync(home, { recursive: true }));

function record(gadget: string = 'redact', text: string = 'x'): QuarantinedPacket {
  const source = new DataSource('open', 'events');
  source.addField('path', 'text');
  return {
    gadget: { name: gadget },
    api: '1.1.0',
    previewApi: false,
    params: {},
    hook: 'on-packet',
    number: 1,
    error: { code: 'E_GADGET_TRAP', message: 'trapped' },
    clock: { wallNs: [0n], monotonicNs: [0n], more: 0 },
    seed: [0n, 0n],
    bounds: { deadlineMs: 1, isolation: 'inline' },
    sources: [],
    requested: {},
    packet: packetOfRows(source, [{ path: text }]),
  };
}

function open(limits: QuarantineFolderOptions['limits'] = {}): QuarantineFolder {
  return quarantineFolder(folder, { limits, onWarning: (message) => void warnings.push(message) });
}

const mode = (file: string): number => statSync(file).mode & 0o777;
const bytes = quarantineText(record()).length;

describe('a folder of kept packets', () => {
  it('is made for its owner alone, as are the files', () => {
    const kept = open();
    kept.keep(record());
    expect(mode(folder)).toBe(0o700);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(mode(kept.last!)).toBe(0o600);
    expect(parseQuarantine(readFileSync(kept.last!, 'utf8')).gadget.name).toBe('redact');
    expect(kept).toMatchObject({ kept: 1, notKept: 0 });
  });

  it('has names that sort by time and are plain, whatever gadgets are called', () => {
    const kept = open();
    const files = ['z', 'a', '../../../etc/x', '\u202e\0\n', 'x'.repeat(500), '', '.', '-rf'].map(
      (gadget) => {
        kept.keep(record(gadget));
        return path.basename(kept.last!);
      },
    );
    expect(readdirSync(folder).toSorted()).toEqual(files);
    for (const file of files) {
      expect(file).toMatch(/^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z-\d{6}-[\w-]{0,48}-[0-9a-f]{8}\.ndjson$/);
    }
  });

  it('is used through a link to it, where the link led at the start', () => {
    const real = path.join(home, 'real');
    const other = path.join(home, 'other');
    mkdirSync(real);
    mkdirSync(other);
    symlinkSync(real, folder);
    const kept = open();
    rmSync(folder);
    symlinkSync(other, folder);
    kept.keep(record());
    expect([readdirSync(real).length, readdirSync(other).length]).toEqual([1, 0]);
  });

  it.each([
    ['a file', (): void => writeFileSync(folder, '')],
    ['a link to nowhere', (): void => symlinkSync(path.join(home, 'a/b'), folder)],
    ['a link to itself', (): void => symlinkSync(folder, folder)],
  ])('that is %s is refused', (_, make) => {
    make();
    expect(() => open()).toThrow(expect.objectContaining({ code: 'E_USAGE' }));
    expect(readdirSync(home)).toEqual(['kept']);
  });

  it('leaves nothing behind when it is opened', () => {
    open();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is not kept is counted, and told once', () => {
  it.each<[string, QuarantineFolderOptions['limits'] & object, string]>([
    ['beyond the size of a file', { maxQuarantineFileBytes: bytes }, 'maxQuarantineFileBytes'],
    ['beyond the size of the folder', { maxQuarantineFolderBytes: bytes * 2 }, 'maxQuarantineFolderBytes'],
    ['beyond the number of files', { maxQuarantineFiles: 2 }, 'maxQuarantineFiles'],
  ])('%s', (_, limits, words) => {
    const kept = open(limits);
    kept.keep(record());
    kept.keep(record());
    const before = readdirSync(folder);
    kept.keep(record('redact', 'x'.repeat(100)));
    kept.keep(record('redact', 'x'.repeat(100)));
    expect(kept).toMatchObject({ kept: 2, notKept: 2 });
    expect(readdirSync(folder)).toEqual(before);
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  it('with what other runs have left there', () => {
    open().keep(record());
    const again = open({ maxQuarantineFiles: 1 });
    again.keep(record());
    const larger = open({ maxQuarantineFolderBytes: bytes });
    larger.keep(record());
    expect([again.notKept, larger.notKept, readdirSync(folder).length]).toEqual([1, 1, 1]);
  });

  it('when the folder is gone', () => {
    const kept = open();
    rmSync(folder, { recursive: true });
    kept.keep(record());
    kept.keep(record());
    expect(kept).toMatchObject({ kept: 0, notKept: 2 });
    expect(warnings).toEqual([expect.stringContaining('ENOENT')]);
    expect(existsSync(folder)).toBe(false);
  });

  it('when the disk is full: there is no half of a file', () => {
    const script = `
      import { quarantineFolder } from ${JSON.stringify(path.join(import.meta.dirname, 'folder.ts'))};
      import { parseQuarantine } from ${JSON.stringify(path.join(import.meta.dirname, 'read-record.ts'))};
      import { readFileSync } from 'node:fs';
      // Node ends by this signal otherwise.
      process.on('SIGXFSZ', () => {});
      const folder = quarantineFolder(process.argv[1], { onWarning: console.log });
      const text = readFileSync(0, 'utf8');
      folder.keep(parseQuarantine(text));
      console.log(folder.kept, folder.notKept);`;
    const large = quarantineText(record('redact', 'x'.repeat(100_000)));
    // Files of this process have at most 4 KiB.
    const node = `ulimit -f 4; exec "$0" --input-type=module -e "$1" "$2"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', node, process.execPath, script, folder], {
      input: large,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^a packet of redact was not kept: EFBIG.*\n0 1\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
