import { readable } from './readable.ts';
import type { Scale } from './scale.ts';

/** A bar with its value. */
export interface DrawnBar {
  label: string;
  value: number;
  peer: boolean;
}

/** Everything a drawing is made of; texts are plain. */
export interface Drawing {
  title: string;
  about: string;
  legend: { ours: string; peers: string };
  unit: string;
  scale: Scale;
  /** Below the marks: which scale it is. */
  axis: string;
  bars: readonly DrawnBar[];
  /** Lines at the bottom. */
  caption: readonly string[];
}

/** Lengths in pixels. Texts can't be measured here, so letters are taken to be as wide as wide ones are. */
const width = 760;
const [margin, barHeight, gap, letter] = [16, 20, 8, 7.5];
const [top, lineHeight] = [92, 18];

const style = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #24292f; }
  .title { font-size: 17px; font-weight: 600; }
  .small { font-size: 12px; fill: #57606a; }
  .ours { fill: #0969da; }
  .peer { fill: #8c959f; }
  .line { stroke: #8c959f; stroke-opacity: 0.35; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .small { fill: #9198a1; }
    .ours { fill: #4493f8; }
    .peer { fill: #7d8590; }
  }
`;

/** Horizontal bars as an SVG that stands alone: no script, no font, nothing from elsewhere, readable on light and dark. */
export function svg(drawing: Drawing): string {
  const { title, about, legend, unit, scale, axis, bars, caption } = drawing;
  const left = margin + letter * Math.max(...bars.map(({ label }) => label.length)) + 10;
  const right =
    width - margin - letter * Math.max(...bars.map(({ value }) => readable(value, unit).length)) - 8;
  const x = (value: number): number => left + Math.max(scale.at(value), 0) * (right - left);
  const y = (index: number): number => top + index * (barHeight + gap);
  const bottom = y(bars.length);
  const height = bottom + 44 + caption.length * lineHeight + margin - 8;
  const secondLegend = margin + 22 + letter * legend.ours.length + 24;
  const lines = [
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description(drawing))}</desc>`,
    `<style>${style}</style>`,
    text(margin, 28, title, 'class="title"'),
    text(margin, 48, about, 'class="small"'),
    rectangle(margin, 60, 14, 14, 'ours'),
    text(margin + 22, 72, legend.ours, 'class="small"'),
    rectangle(secondLegend, 60, 14, 14, 'peer'),
    text(secondLegend + 22, 72, legend.peers, 'class="small"'),
    ...scale.marks.flatMap((mark) => [
      `<path class="line" d="M${short(x(mark))} ${top - 4}V${bottom}"/>`,
      text(x(mark), bottom + 16, readable(mark, unit), 'class="small" text-anchor="middle"'),
    ]),
    text((left + right) / 2, bottom + 34, axis, 'class="small" text-anchor="middle"'),
    ...bars.flatMap(({ label, value, peer }, index) => [
      text(left - 10, y(index) + 15, label, 'text-anchor="end"'),
      rectangle(left, y(index), x(value) - left, barHeight, peer ? 'peer' : 'ours'),
      text(x(value) + 6, y(index) + 15, readable(value, unit)),
    ]),
    ...caption.map((line, index) => text(margin, bottom + 58 + index * lineHeight, line, 'class="small"')),
  ];
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title desc">\n${lines.join('\n')}\n</svg>\n`;
}

/** The same in words, for who does not see it. */
function description({ about, unit, bars }: Drawing): string {
  return `${about}. ${bars.map(({ label, value }) => `${label}: ${readable(value, unit)}`).join('; ')}.`;
}

function text(x: number, y: number, words: string, attributes: string = ''): string {
  return `<text x="${short(x)}" y="${y}"${attributes === '' ? '' : ` ${attributes}`}>${escaped(words)}</text>`;
}

function rectangle(x: number, y: number, width: number, height: number, kind: 'ours' | 'peer'): string {
  return `<rect class="${kind}" x="${short(x)}" y="${y}" width="${short(width)}" height="${height}" rx="2"/>`;
}

function short(pixels: number): number {
  return Number(pixels.toFixed(1));
}

/** Text as XML has it; characters that XML has no way to hold are left out. */
export function escaped(words: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return words
    .toWellFormed()
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character]!);
}
