/**
 * The process that builds one gadget: `node build-child.ts FOLDER KEY CHECKOUT ENGINE`, the last two maybe empty. On
 * descriptor 3 it answers one byte, `c` and the component or `e` and an error as JSON. Descriptor 4 is its lifeline:
 * when the process that started it has gone it ends, with all that it has started, as it leads a group.
 */
import { statSync, writeSync } from 'node:fs';
import { whenParentGoes } from '../component/lifeline.ts';
import { errorRecord } from '../revive-error.ts';
import { type BuildKey, storeBuilt } from './built.ts';
import { jsEngineOf } from './js-engine.ts';
import { requireLanguage } from './language.ts';
import { builderOf } from './language-builder.ts';
import { withOldestApi } from './oldest-api.ts';
import { checkoutSdk } from './sdk.ts';

/** How long compilers and builders may take to clean up. Milliseconds. */
const cleanUpMs = 3000;

whenParentGoes(4, () => {
  if (process.platform === 'win32') process.exit(1);
  const endGroup = (signal: NodeJS.Signals): unknown => process.kill(-process.pid, signal);
  // When its compiler ends the builder fails, and removes what it has made on the way.
  process.on('SIGTERM', () => {});
  endGroup('SIGTERM');
  setTimeout(() => endGroup('SIGKILL'), cleanUpMs).unref();
});

const [folder, key, checkout, engine] = process.argv.slice(2);

function answer(tag: 'c' | 'e', content: Uint8Array): void {
  writeAll(Buffer.from(tag));
  writeAll(content);
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(3, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

try {
  const builder = await builderOf(requireLanguage(folder!), engine === '' ? undefined : jsEngineOf(engine!));
  const api = checkout === '' ? undefined : checkoutSdk(checkout!);
  const built = await builder.build(folder!, (text) => void process.stderr.write(`${text}\n`), api);
  const component = withOldestApi(built);
  // Under sudo this is the folder's owner, and the process that asked is not.
  if (process.getuid !== undefined && statSync(folder!).uid === process.getuid()) {
    await storeBuilt(folder!, JSON.parse(key!) as BuildKey, component);
  }
  answer('c', component);
} catch (error) {
  answer('e', Buffer.from(JSON.stringify(errorRecord(error))));
}
