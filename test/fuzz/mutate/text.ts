import type { Random } from '../random.ts';

/** A copy with some things changed: characters, words and lines moved, left out, doubled, or replaced by one of `words`. */
export function mutateText(text: string, words: readonly string[], random: Random): string {
  let mutant = text;
  for (let n = random.few(6); n > 0; n--) mutant = mutateOnce(mutant, words, random);
  return mutant;
}

function mutateOnce(text: string, words: readonly string[], random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.few(8) ** 2);
  const put = (start: number, to: number, by: string): string => text.slice(0, start) + by + text.slice(to);
  switch (random.below(8)) {
    case 0:
      return put(at, end, '');
    case 1:
      return put(at, at, text.slice(at, end));
    case 2:
      return put(at, at, random.pick(words));
    case 3:
      return replaceWord(text, words, random);
    case 4:
      return moveLine(text, random);
    case 5:
      return put(at, at + 1, random.pick(characters));
    case 6: {
      const from = random.below(text.length + 1);
      return put(at, end, text.slice(from, from + (end - at)));
    }
    default:
      return replaceWord(text, wordsOf(text), random);
  }
}

const characters = [...'"\'\\`{}[]()<>:;,.@#%&*!|>-+=?~^$_ \t\n\r\0\u007f\u0085\u2028\ufeff\ud800é😀0e'];

function wordsOf(text: string): string[] {
  return text.match(/[\w.-]+/g) ?? [''];
}

function replaceWord(text: string, words: readonly string[], random: Random): string {
  const found = [...text.matchAll(/[\w.-]+/g)];
  if (found.length === 0 || words.length === 0) return text;
  const { index, 0: word } = random.pick(found);
  return text.slice(0, index) + random.pick(words) + text.slice(index + word.length);
}

function moveLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const [line] = lines.splice(random.below(lines.length), random.below(2));
  lines.splice(random.below(lines.length), 0, line ?? random.pick(lines));
  return lines.join('\n');
}
