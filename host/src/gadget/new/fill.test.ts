import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkoutSdk, type Sdk } from '../sdk.ts';
import { fill } from './fill.ts';
import { readTemplate } from './template.ts';

const root = path.join(import.meta.dirname, '../../../..');

/** An SDK as npm installs it. */
function installedIn(home: string): Sdk {
  const guest = `${home}/node_modules/@gadget-api/guest`;
  return {
    home,
    wit: `${guest}/wit/gadget-api`,
    js: guest,
    types: `${guest}/lib/index.d.ts`,
    typeRoot: `${home}/node_modules`,
    rust: `${guest}/sdk/rust`,
    go: `${guest}/sdk/go`,
  };
}

async function filled(
  language: 'js' | 'rust' | 'go',
  folder: string,
  sdk: Sdk,
  api = false,
): Promise<Map<string, string>> {
  const files = fill(await readTemplate(language), { name: 'mine', folder, sdk, api });
  return new Map(files.map(({ name, text }) => [name, text]));
}

test.each([
  ['/p/gadgets/mine', '../../node_modules/@gadget-api/guest/sdk'],
  ['/p', './node_modules/@gadget-api/guest/sdk'],
  ['/elsewhere/mine', '/p/node_modules/@gadget-api/guest/sdk'],
  ['/packages/mine', '/p/node_modules/@gadget-api/guest/sdk'],
])('a gadget in %s finds the SDKs at %s', async (folder, sdk) => {
  const rust = await filled('rust', folder, installedIn('/p'));
  expect(rust.get('Cargo.toml')).toContain(`gadget-guest = { version = "0.1.0", path = "${sdk}/rust" }`);
  expect(rust.get('README.md')).toContain(`(<${sdk}/rust/README.md>)`);
  const go = await filled('go', folder, installedIn('/p'));
  expect(go.get('go.mod')).toContain(`\nreplace gadget-api/guest => ${sdk}/go\n`);
  const js = await filled('js', folder, installedIn('/p'));
  const { compilerOptions } = JSON.parse(js.get('tsconfig.json')!) as {
    compilerOptions: Record<string, unknown>;
  };
  expect(compilerOptions['paths']).toEqual({ '@gadget-api/guest': [sdk.replace(/sdk$/, 'lib/index.d.ts')] });
  expect(compilerOptions['typeRoots']).toEqual([sdk.replace('/@gadget-api/guest/sdk', '')]);
});

test('places with spaces and quotes are written as each file wants them', async () => {
  const home = `/it's "here"`;
  const rust = await filled('rust', '/mine', installedIn(home), true);
  expect(rust.get('Cargo.toml')).toContain(String.raw`path = "/it's \"here\"/node_modules`);
  expect(rust.get('README.md')).toContain(String.raw`gadget build . --api '/it'\''s "here"'`);
  const go = await filled('go', '/mine', installedIn(home));
  expect(go.get('go.mod')).toContain(String.raw`=> "/it's \"here\"/node_modules`);
});

test.each(['js', 'rust', 'go'] as const)(
  'nothing of the template in %s keeps its name or place',
  async (language) => {
    const files = await filled(language, '/mine', installedIn('/p'));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['gadget.yaml', 'README.md', '.gitignore']));
    for (const [name, text] of files) {
      expect(text, name).not.toContain('new-gadget');
      expect(text, name).not.toContain('../../..');
    }
    expect(files.get('gadget.yaml')).toContain('name: mine\n');
  },
);

test('in a checkout all of it is there', () => {
  for (const place of Object.values(checkoutSdk(root))) expect(existsSync(place), place).toBe(true);
});

test.each([
  ['/nowhere', 'there is no such folder'],
  [import.meta.dirname, 'it has no wit/gadget-api/world.wit'],
])('%s is no checkout', (folder, why) => {
  expect(() => checkoutSdk(folder)).toThrow(
    expect.objectContaining({
      code: 'E_USAGE',
      message: `--api ${folder} is no checkout of gadget:api: ${why}`,
    }),
  );
});
