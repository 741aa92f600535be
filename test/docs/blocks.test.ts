import { expect, it } from 'vitest';
import { blocksOf, codeOf, commandsOf } from './blocks.ts';

const fence = '```';
const document = `# Title

${fence}sh
npm ci && npm start
${fence}

<!-- not run: needs the network -->

${fence}sh
curl example
${fence}

<!-- not run: forgotten, for there is text between -->

Text.

- In a list:

  <!-- file: a.ts -->

  ${fence}ts title="a"
  const a = 1;
    const b = 2;
  ${fence}

<!-- shows: a.rs -->
<!-- needs: rust, go -->

${fence}rs
fn main() {}
${fence}

<!-- prints -->

<!-- needs: go -->

${fence}
done
${fence}
`;

it('finds blocks, their lines, and what is said about them', () => {
  const none = {
    notRun: undefined,
    file: undefined,
    around: undefined,
    shows: undefined,
    needs: undefined,
    prints: false,
  };
  expect(blocksOf(document)).toEqual([
    { ...none, line: 3, language: 'sh', text: 'npm ci && npm start\n' },
    { ...none, line: 9, language: 'sh', text: 'curl example\n', notRun: 'needs the network' },
    { ...none, line: 21, language: 'ts', text: 'const a = 1;\n  const b = 2;\n', file: 'a.ts' },
    { ...none, line: 29, language: 'rs', text: 'fn main() {}\n', shows: 'a.rs', needs: 'rust, go' },
    { ...none, line: 37, language: '', text: 'done\n', needs: 'go', prints: true },
  ]);
});

it('does not lose the rest of a document whose block has no end', () => {
  expect(() => blocksOf(`text\n${fence}sh\nls\n`)).toThrow('line 2: this block has no end');
  expect(() => blocksOf('<!-- with\nls\n')).toThrow('line 1: this comment has no end');
});

it.each([
  ['const a = 1;\n', 'const a = 1;\nf(a$&);\n'],
  ['export default {\n  …\n};', 'export default {\nf(a$&);\n\n};'],
])('puts what stands in a comment around a block: %j', (around, code) => {
  const [block] = blocksOf(`<!-- with\n${around}\n-->\n\n${fence}ts\nf(a$&);\n${fence}\n`);
  expect(codeOf(block!)).toBe(code);
});

it.each([
  ['a && b\nc\n', 'a && b\nc\n'],
  ['npm ci && npm start\n', 'npm start\n'],
  ['$ echo a\na\n$ echo b\nb\n', 'echo a\necho b'],
])('commands of %j', (text, commands) => {
  const [block] = blocksOf(`${fence}sh\n${text}${fence}`);
  expect(commandsOf(block!)).toBe(commands);
});
