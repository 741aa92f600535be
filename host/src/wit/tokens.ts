import { WitSyntaxError } from './item.ts';

/** One token, with the doc comment that stands before it. */
export interface Token {
  /** `word`: a name or keyword; `number`: a version, whole or not; `sign`: punctuation; `end`: after the last. */
  kind: 'word' | 'number' | 'sign' | 'end';
  text: string;
  /** Line of its first character, from 1. */
  line: number;
  /** The doc comment right before it, without its marks; '' without one. */
  doc: string;
  /** Whether blanks, line ends or comments stand before it. */
  spaced: boolean;
}

const blanks = /[ \t\r\n]+/y;
const lineComment = /\/\/[^\n]*/y;
const word = /%?[A-Za-z_][A-Za-z0-9_-]*/y;
const number = /\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?|\d+(?:\.\d+)*/y;
const sign = /->|[{}()<>,:;=.@/*]/y;

/** Cuts WIT text into tokens; throws WitSyntaxError at what is none. The last one is of kind `end`. */
export function tokenize(text: string, file: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let doc: string[] = [];
  let spaced = false;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const push = (kind: Token['kind'], found: string): void => {
    tokens.push({ kind, text: found, line, doc: doc.join('\n').trim(), spaced });
    doc = [];
    spaced = false;
  };

  while (at < text.length) {
    const gap = take(blanks);
    if (gap !== undefined) {
      line += gap.split('\n').length - 1;
      spaced = true;
      continue;
    }
    const comment = take(lineComment) ?? blockComment();
    if (comment !== undefined) {
      if (comment.startsWith('///')) doc.push(comment.slice(3).replace(/^ /, '').trimEnd());
      else if (comment.startsWith('/**') && comment !== '/**/') doc.push(blockText(comment));
      line += comment.split('\n').length - 1;
      spaced = true;
      continue;
    }
    const name = take(word);
    if (name !== undefined) {
      push('word', name);
      continue;
    }
    const version = take(number);
    if (version !== undefined) {
      push('number', version);
      continue;
    }
    const mark = take(sign);
    if (mark === undefined)
      throw new WitSyntaxError(`unexpected character ${JSON.stringify(text[at])}`, file, line);
    push('sign', mark);
  }
  push('end', '');
  return tokens;

  /** Block comments nest. */
  function blockComment(): string | undefined {
    if (!text.startsWith('/*', at)) return undefined;
    const start = at;
    let depth = 0;
    while (at < text.length) {
      if (text.startsWith('/*', at)) {
        depth++;
        at += 2;
      } else if (text.startsWith('*/', at)) {
        depth--;
        at += 2;
        if (depth === 0) return text.slice(start, at);
      } else at++;
    }
    throw new WitSyntaxError('this comment has no end', file, line);
  }
}

function blockText(comment: string): string {
  const lines = comment.slice(3, -2).split('\n');
  return lines.map((each) => each.replace(/^\s*\* ?/, '').trim()).join('\n');
}
