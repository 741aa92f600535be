import type { Kind } from '../data/kind.ts';
import type { FieldSpec } from './source.ts';

function spec(name: string, kind: Kind, description: string, more: Partial<FieldSpec> = {}): FieldSpec {
  return { name, kind, ...more, annotations: { description, ...more.annotations } };
}

const bytes: Partial<FieldSpec> = { annotations: { 'value.unit': 'bytes' } };
const nanoseconds: Partial<FieldSpec> = { annotations: { 'value.unit': 'ns' } };

/** The fields of `proc:processes`. */
export const processFields: readonly FieldSpec[] = [
  spec('pid', 'uint32', 'Number of the process.'),
  spec('ppid', 'uint32', 'Number of its parent; 0 for the first processes.'),
  spec('comm', 'text', 'Name as the kernel keeps it, at most 15 bytes; a process may choose any bytes.'),
  spec(
    'state',
    'text',
    'R running, S sleeping, D waiting for a device, I idle kernel thread, T stopped, t traced, Z ended but not yet waited for, X dead.',
  ),
  spec('uid', 'uint32', 'Number of the user whose rights it has (effective user).'),
  spec('user', 'text', 'Name of that user; unset when /etc/passwd has none.'),
  spec('threads', 'uint32', 'Number of its threads; 0 once it has ended.'),
  spec('rss', 'uint64', 'Memory it holds in RAM, shared pages included.', bytes),
  spec('vsize', 'uint64', 'Memory it has mapped, in RAM or not.', bytes),
  spec('cpu.user', 'uint64', 'Time it has run in its own code.', nanoseconds),
  spec('cpu.system', 'uint64', 'Time the kernel has run for it.', nanoseconds),
  spec(
    'start_time',
    'uint64',
    'When it began, since boot; the monotonic clock of gadgets less this is its age.',
    nanoseconds,
  ),
  spec('kernel', 'boolean', 'Whether it is a thread of the kernel, without a program.'),
  spec(
    'exe',
    'text',
    'Path of its program, with " (deleted)" behind it when the file is gone; unset when it may not be read, and for kernel threads.',
  ),
  spec(
    'cmdline',
    'bytes',
    'Its arguments, each ended by a NUL byte, as the process left them; at most 65,536 bytes, the rest is cut. Unset when it may not be read, empty for kernel threads.',
    { hidden: true },
  ),
  spec(
    'cgroup',
    'text',
    'Path of its control group: of version 2, else of the first hierarchy. Unset when it may not be read.',
  ),
  spec('memory_total', 'uint64', 'All memory of the machine, the same in each row.', {
    ...bytes,
    hidden: true,
  }),
];
