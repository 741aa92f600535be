/** Numbers with a unit, for people: the annotation `value.unit` of a field says which unit its values have. */

type Format = (value: number) => string;

const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['bytes', bytes],
  ['ns', (value) => duration(value / 1e9)],
  ['us', (value) => duration(value / 1e6)],
  ['ms', (value) => duration(value / 1e3)],
  ['s', duration],
  ['percent', (value) => `${value.toFixed(1)}%`],
]);

/** How to print values of a unit: bytes, ns, us, ms, s, percent. Nothing for units it does not know. */
export function unitFormat(unit: string): Format | undefined {
  const format = formats.get(unit);
  if (format === undefined) return undefined;
  return (value) => {
    if (!Number.isFinite(value)) return String(value);
    return value < 0 ? `-${format(-value)}` : format(value);
  };
}

const sizes = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

function bytes(value: number): string {
  let scaled = value;
  let size = 0;
  // What would round to 1024 of one size is 1 of the next.
  while (scaled >= (size === 0 ? 1024 : 1023.95) && size < sizes.length - 1) {
    scaled /= 1024;
    size++;
  }
  return `${size === 0 ? decimal(scaled) : scaled.toFixed(1)} ${sizes[size]!}`;
}

/** Seconds as the two largest parts, or with one decimal below a minute. */
function duration(seconds: number): string {
  if (seconds === 0) return '0 s';
  if (seconds < 999.5e-9) return `${decimal(Math.round(seconds * 1e10) / 10)} ns`;
  if (seconds < 999.95e-6) return `${(seconds * 1e6).toFixed(1)} µs`;
  if (seconds < 999.95e-3) return `${(seconds * 1e3).toFixed(1)} ms`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${whole % 60}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
  const hours = Math.floor(minutes / 60);
  return `${Math.floor(hours / 24)}d ${hours % 24}h`;
}

/** Whole numbers as they are, others with one decimal. */
function decimal(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
