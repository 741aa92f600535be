import { renamed } from '../../../host/src/component/rename.ts';
import { checkComponent } from '../../../host/src/component/check.ts';
import { inspectComponent } from '../../../host/src/component/inspect.ts';
import { offerOfThisHost } from '../../../host/src/versions/api-offer.ts';
import { negotiate } from '../../../host/src/versions/negotiate.ts';
import { pickSeed, readCorpus } from '../corpus.ts';
import { mutateComponent } from '../mutate/component.ts';
import { answerOf, must, readingCodes, refusalOf } from '../refusal.ts';
import type { Target } from '../target.ts';

/** Everything that a name may hold: none of it ends a string of JavaScript. */
const harmless = /^[a-zA-Z0-9 #$\-./:@[\]_|+]*$/;

/** Components, mutated: read, renamed, negotiated. Nothing of them is run. */
export const component: Target = {
  name: 'component',
  extension: 'wasm',
  inSuite: 2000,
  async prepare() {
    const corpus = await readCorpus();
    return {
      make: (random) => mutateComponent(pickSeed(corpus, random), corpus.small, random),
      attempt: read,
    };
  },
};

function read(bytes: Uint8Array): string {
  const inspected = answerOf(() => inspectComponent(bytes), readingCodes);
  const names: string[] = [];
  const copied = answerOf(() => renamed(bytes, (name) => void names.push(name)), readingCodes);
  if (!('value' in copied)) {
    must('code' in inspected, `renaming refuses with ${copied.code} what inspection reads`);
    return copied.code;
  }
  must(Buffer.compare(copied.value, bytes) === 0, 'renaming nothing has changed something');
  const other = names.find((name) => !harmless.test(name) || name === '__proto__');
  must(other === undefined, `the name ${JSON.stringify(other)} is let through`);
  if (!('value' in inspected)) return inspected.code;
  readNewer(bytes);
  return negotiated(inspected.value);
}

/** As a component of a newer minor. */
function readNewer(bytes: Uint8Array): void {
  const newer = renamed(bytes, (name) => name.replace(/@1\.0\.0$/, '@1.9.0'));
  must(newer.length === bytes.length, 'renaming has changed the size');
  answerOf(() => inspectComponent(newer), readingCodes);
}

function negotiated(info: ReturnType<typeof inspectComponent>): string {
  let runs = false;
  for (const preview of [false, true]) {
    const offer = offerOfThisHost(preview);
    const { refusals } = checkComponent(info, { offer });
    for (const refusal of refusals) JSON.stringify({ refusal, code: refusalOf(refusal) });
    const answer = answerOf(() => negotiate(info.imports, info.exports, offer));
    must('value' in answer || refusals.length > 0, 'negotiation refuses what the check does not');
    runs ||= refusals.length === 0;
  }
  return runs ? 'fit to run' : 'read, and does not fit';
}
