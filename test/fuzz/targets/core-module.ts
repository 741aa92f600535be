import { type CappedModule, capModules } from '../../../host/src/component/bounds/caps.ts';
import { instrument } from '../../../host/src/component/bounds/instrument.ts';
import { CoreSections, sectionIds } from '../../../host/src/component/bounds/sections.ts';
import { readLimits } from '../../../host/src/component/core-module.ts';
import type { ErrorCode } from '../../../host/src/errors.ts';
import { modulesIn, pickSeed, readCorpus } from '../corpus.ts';
import { readBinary, writeBinary } from '../mutate/binary.ts';
import { mutateModule } from '../mutate/component.ts';
import { answerOf, must } from '../refusal.ts';
import type { Target } from '../target.ts';
import { webAssembly } from '../../../host/src/component/webassembly.ts';

const caps = { maxMemoryBytes: 16 * 1024 * 1024, maxTableElements: 10_000 };
const maxPages = caps.maxMemoryBytes / 65_536;
const codes: readonly ErrorCode[] = ['E_NOT_A_COMPONENT', 'E_CORE_FEATURE', 'E_TOO_LARGE'];
/** What a step costs in bytes of code, for the shortest instruction that gets one. */
const growth = 32;
/** Imports, globals and exports that are put into a module. */
const added = 1024;

/** Core modules, mutated: rewritten so that they stay within bounds. */
export const coreModule: Target = {
  name: 'core-module',
  extension: 'wasm',
  inSuite: 2000,
  async prepare() {
    const corpus = modulesIn(await readCorpus());
    return {
      make: (random) =>
        mutateModule(writeBinary(pickSeed(corpus, random)), random.pick(corpus.small), random),
      attempt: bound,
    };
  },
};

function bound(bytes: Uint8Array): string {
  const valid = webAssembly.validate(bytes);
  const words = new Set([false, true].map((fuel) => boundOnce(bytes, valid, fuel)));
  return `${valid ? 'valid' : 'not valid'}: ${[...words].join(', ')}`;
}

function boundOnce(bytes: Uint8Array, valid: boolean, fuel: boolean): string {
  const answer = answerOf(() => capModules(new Map([['module', instrument(bytes, { fuel })]]), caps), codes);
  if (!('value' in answer)) return answer.code;
  const bounded = answer.value.get('module')!;
  must(bounded.bytes.length <= growth * bytes.length + added, `${bounded.bytes.length} bytes came of it`);
  const stillValid = webAssembly.validate(bounded.bytes);
  must(stillValid || !valid, 'it is no longer valid');
  // Sections that say nothing of what it does may be left out.
  must(valid || !stillValid || webAssembly.validate(withoutCustom(bytes)), 'it has become valid');
  if (valid) mustBeCapped(bounded);
  return 'bounded';
}

function mustBeCapped({ bytes, pages, elements }: CappedModule): void {
  must(elements <= caps.maxTableElements, `its tables may have ${elements} elements`);
  must(pages <= maxPages, `it begins with ${pages} pages`);
  const memories = new CoreSections(bytes).reader(sectionIds.memory);
  for (let n = memories.count('memories'); n > 0; n--) {
    const { max } = readLimits(memories);
    must(max !== undefined && max <= maxPages, `a memory may have ${max} pages`);
  }
}

function withoutCustom(bytes: Uint8Array): Uint8Array {
  const { header, sections, rest } = readBinary(bytes);
  return writeBinary({ header, rest, sections: sections.filter(({ id }) => id !== sectionIds.custom) });
}
