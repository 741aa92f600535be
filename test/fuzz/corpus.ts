import { readFileSync } from 'node:fs';
import { watSeeds } from './wat-seeds.ts';
import { goldenFiles, goldenLanguages, goldenReleases } from '../golden/release.ts';
import { type Binary, modulesOf, readBinary, writeBinary } from './mutate/binary.ts';
import type { Random } from './random.ts';

/** What mutated components are made from. */
export interface Corpus {
  /** Up to 100 KB: most inputs are of these, as the host reads a thousand of them in the time of one of the others. */
  small: readonly Binary[];
  large: readonly Binary[];
}

const smallBytes = 100_000;
/** How seldom a large one is taken. */
const largeOnceIn = 8;

/** Real components: those of every release of gadget:api in every language, and small ones with the forms that these lack. */
export async function readCorpus(): Promise<Corpus> {
  const files = goldenReleases().flatMap((release) =>
    goldenLanguages.flatMap((language) => [
      release.path(goldenFiles.redact(language)),
      release.path(goldenFiles.behaviours(language)),
    ]),
  );
  const all = [...files.map((file): Uint8Array => readFileSync(file)), ...(await watSeeds())];
  return sorted(all.map(readBinary));
}

/** The core modules of all these components. */
export function modulesIn({ small, large }: Corpus): Corpus {
  return sorted([...small, ...large].flatMap(modulesOf));
}

export function pickSeed({ small, large }: Corpus, random: Random): Binary {
  return random.pick(large.length > 0 && random.once(largeOnceIn) ? large : small);
}

function sorted(all: readonly Binary[]): Corpus {
  const isSmall = (binary: Binary): boolean => writeBinary(binary).length <= smallBytes;
  return { small: all.filter(isSmall), large: all.filter((binary) => !isSmall(binary)) };
}
