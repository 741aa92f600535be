import { describe, expect, test } from 'vitest';
import { type Block, Screen } from './screen.ts';
import { TestTerminal } from './terminal.fixture.ts';

function block(...lines: string[]): Block {
  return { count: () => lines.length, lines: (_, most) => lines.slice(0, most) };
}

function numbered(count: number, name: string): Block {
  return block(...Array.from({ length: count }, (_, i) => `${name}${i}`));
}

function start(columns = 20, rows = 10): { terminal: TestTerminal; screen: Screen } {
  const terminal = new TestTerminal(columns, rows);
  return { terminal, screen: new Screen(terminal) };
}

describe('Screen', () => {
  test('draws a block over its earlier state, shorter or longer', () => {
    const { terminal, screen } = start();
    terminal.write('$ command\n');
    void screen.show('a', block('one', 'two', 'three'));
    void screen.show('a', block('1'));
    expect(terminal.text).toBe('$ command\n1');
    void screen.show('a', block('eins', 'zwei'));
    expect(terminal.text).toBe('$ command\neins\nzwei');
    void screen.finish();
    expect(terminal.text).toBe('$ command\neins\nzwei');
  });

  test('several blocks stand below each other', () => {
    const { terminal, screen } = start();
    void screen.show('a', block('a'));
    void screen.show('b', block('b'));
    void screen.show('a', block('A', 'A'));
    expect(terminal.text).toBe('A\nA\n\nb');
  });

  test('lines that stay go above the blocks', () => {
    const { terminal, screen } = start();
    void screen.print(['first']);
    void screen.show('a', block('a', 'b'));
    void screen.print(['second', 'third']);
    void screen.show('a', block('c'));
    expect(terminal.text).toBe('first\nsecond\nthird\nc');
  });

  test('what does not fit is counted, and printed in the end', () => {
    const { terminal, screen } = start(20, 5);
    void screen.show('a', numbered(10, 'x'));
    expect(terminal.visible).toEqual(['x0', 'x1', 'x2', '… 7 more lines', '']);
    void screen.show('a', numbered(9, 'y'));
    expect(terminal.text).toBe('y0\ny1\ny2\n… 6 more lines');
    void screen.finish();
    expect(terminal.text).toBe(Array.from({ length: 9 }, (_, i) => `y${i}`).join('\n'));
  });

  test('blocks share a screen that is too low', () => {
    const { terminal, screen } = start(20, 9);
    void screen.show('a', numbered(10, 'x'));
    void screen.show('b', block('b'));
    expect(terminal.visible).toEqual(['x0', 'x1', 'x2', 'x3', 'x4', '… 5 more lines', '', 'b', '']);
  });

  test('does not touch what others wrote, after forget', () => {
    const { terminal, screen } = start();
    void screen.show('a', block('a'));
    screen.forget();
    terminal.write('log line\n');
    void screen.show('a', block('b'));
    expect(terminal.text).toBe('a\nlog line\nb');
  });

  test('begins anew when the window has another width', () => {
    const { terminal, screen } = start();
    void screen.show('a', block('a'));
    terminal.columns = 10;
    void screen.show('a', block('b'));
    void screen.show('a', block('c'));
    expect(terminal.text).toBe('a\nc');
  });
});
