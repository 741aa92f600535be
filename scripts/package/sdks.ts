import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What of the top of each SDK a gadget needs to be built and tested, and its author to read. */
const parts: Readonly<Record<string, RegExp>> = {
  rust: /^(?:Cargo\.toml|README\.md|src|wit)$/,
  go: /^(?:go\.mod|README\.md|adapter|internal|.*(?<!_test)\.go)$/,
};

/**
 * Copies the SDKs that are no JavaScript, `guest-<language>` of the checkout, to `<out>/<language>`. Links become what they
 * lead to: npm packs none.
 */
export async function shipSdks(root: string, out: string): Promise<void> {
  for (const [language, wanted] of Object.entries(parts)) {
    const from = join(root, `guest-${language}`);
    for (const name of (await readdir(from)).filter((each) => wanted.test(each)))
      await cp(join(from, name), join(out, language, name), { recursive: true, dereference: true });
  }
}
