const unitBytes: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1000,
  KB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

/** How a size is written, for messages. */
export const sizeForm = 'a number with a unit, such as 128MiB, 128MB, 512KiB or 1GiB';

/** Whole bytes out of `128MiB`, `1.5GB` or `0`; undefined when it is none of these. A number without a unit is none, except 0. */
export function parseSize(text: string): number | undefined {
  if (text === '0') return 0;
  const found = /^(\d{1,15}(?:\.\d{1,9})?)(B|kB|[KMG]i?B)$/.exec(text);
  if (found === null) return undefined;
  const bytes = Math.floor(Number(found[1]) * unitBytes[found[2]!]!);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** Bytes for people: `64 MiB`, `1.5 KiB`, `100 bytes`. */
export function formatSize(bytes: number): string {
  const unit = (['GiB', 'MiB', 'KiB'] as const).find((each) => bytes >= unitBytes[each]!);
  if (unit === undefined) return `${bytes} bytes`;
  return `${Math.round((bytes / unitBytes[unit]!) * 10) / 10} ${unit}`;
}
