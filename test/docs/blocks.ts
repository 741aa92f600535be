/** A fenced block of a Markdown document, with what the comments before it say about it. */
export interface Block {
  /** Of the line with the fence, from 1. */
  line: number;
  /** The first word after the fence: `sh`, `ts` …; empty if there is none. */
  language: string;
  text: string;
  /** `<!-- not run: reason -->`: why this block is neither run nor checked. */
  notRun: string | undefined;
  /** `<!-- file: path -->`: where the reader is to save it. Later blocks of the document can use it. */
  file: string | undefined;
  /**
   * `<!-- with`, lines of code, `-->`: what the reader has around this block already; a line `…` is where it goes, else
   * it goes last.
   */
  around: string | undefined;
  /** `<!-- shows: path -->`: this stands in that file, which an earlier block has made. */
  shows: string | undefined;
  /** `<!-- needs: go -->`: the tool, or tools with commas between, without which this block is left out, as are the tests of gadgets in that language. */
  needs: string | undefined;
  /** `<!-- prints -->`: this is what the block before it prints, exactly. */
  prints: boolean;
}

/** A Markdown document that can't be understood: its line says where. */
export class DocumentError extends Error {}

/** The fenced blocks of a document, in order. Throws {@link DocumentError}. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let marks: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const fence = /^(\s*)(`{3,})\s*(\S*)/.exec(line);
    if (fence === null) {
      if (line.trimStart().startsWith('<!--')) {
        const end = lines.findIndex((other, at) => at >= i && other.trimEnd().endsWith('-->'));
        if (end < 0) throw new DocumentError(`line ${i + 1}: this comment has no end`);
        const comment = lines
          .slice(i, end + 1)
          .join('\n')
          .trim();
        marks.push(comment.slice('<!--'.length, -'-->'.length).trim());
        i = end;
      } else if (line.trim() !== '') marks = [];
      continue;
    }
    const [, indent = '', ticks = '', language = ''] = fence;
    const start = i + 1;
    const end = lines.findIndex((other, at) => at > i && other.trim() === ticks);
    if (end < 0) throw new DocumentError(`line ${start}: this block has no end`);
    const body = lines.slice(start, end).map((text) => text.slice(Math.min(indent.length, text.length)));
    blocks.push({ line: start, language, text: body.map((text) => `${text}\n`).join(''), ...read(marks) });
    marks = [];
    i = end;
  }
  return blocks;
}

function read(
  marks: readonly string[],
): Pick<Block, 'notRun' | 'file' | 'around' | 'shows' | 'needs' | 'prints'> {
  const value = (key: string): string | undefined =>
    marks
      .find((mark) => mark.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim();
  return {
    notRun: value('not run'),
    file: value('file'),
    around: marks
      .find((mark) => /^with\s/.test(mark))
      ?.slice('with'.length)
      .trim(),
    shows: value('shows'),
    needs: value('needs'),
    prints: marks.includes('prints'),
  };
}

/** The block with what is around it. */
export function codeOf({ around, text }: Block): string {
  if (around === undefined) return text;
  const place = /^[^\S\n]*…[^\S\n]*$/m;
  // Not a plain replacement: `$` means something there.
  return place.test(around) ? around.replace(place, () => text) : `${around}\n${text}`;
}

/** What stands on a terminal before a command. Lines without it, in a block that has it, are what was printed. */
const prompt = /^\$ /;

/** The commands of an `sh` block. `npm ci` is left out: who runs this has installed. */
export function commandsOf(block: Block): string {
  const lines = block.text.split('\n');
  const prompted = lines.some((line) => prompt.test(line));
  const commands = prompted ? lines.filter((line) => prompt.test(line)).map((line) => line.slice(2)) : lines;
  return commands.join('\n').replaceAll(/\bnpm ci && /g, '');
}
