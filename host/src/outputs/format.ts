/** The ways to print rows. */
export const formats = ['table', 'json', 'jsonpretty', 'yaml', 'none'] as const;

/** The name of a way to print rows. */
export type Format = (typeof formats)[number];

export function isFormat(word: string): word is Format {
  return (formats as readonly string[]).includes(word);
}
