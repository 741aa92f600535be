import { expect, it } from 'vitest';
import { LastWords } from './last-words.ts';

function words(text: string, most: number = 8192): string {
  const last = new LastWords(most);
  for (const byte of Buffer.from(text)) last.add(Uint8Array.of(byte));
  return last.after('unreachable');
}

it("without a word the reason is the engine's", () => {
  expect(words('')).toBe('unreachable');
  expect(words(' \n')).toBe('unreachable');
});

it('words follow the reason', () => {
  expect(words("thread 'main' panicked: bäd\n")).toBe("unreachable: thread 'main' panicked: bäd");
});

it('only the end of many is kept', () => {
  expect(words('0123456789', 4)).toBe('unreachable: 6789');
});

it('what was said in an earlier call is forgotten', () => {
  const last = new LastWords(100);
  last.add(Buffer.from('early'));
  last.clear();
  last.add(Buffer.from('late'));
  expect(last.after('why')).toBe('why: late');
});

it('an uncaught JavaScript error is told as JavaScript tells it', () => {
  const text = String.raw`panicked: Exception { message: Some("a \"b\" \\ \u{1f600}"), stack: Some("    at f (x.js:1)\n    at g\n") })`;
  expect(words(text)).toBe('uncaught error: a "b" \\ 😀\n    at f (x.js:1)\n    at g');
  expect(words('Exception { message: Some("alone"), stack: None }')).toBe('uncaught error: alone');
});
