import { type AnyField, defineGadget, openSource, param } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const pid = openSource('open').field('pid');
    if (param('role') === 'second') {
      see('notes', notesOf(pid));
      annotate(pid, 'one more', 'more', '');
      annotate(pid, 'a key that is there', 'description', 'second');
      return;
    }
    annotate(pid, 'new', 'columns.width', '12');
    annotate(pid, 'a key that is there', 'description', 'who');
    annotate(pid, 'in other letters', 'Unit', 'bytes');
    annotate(pid, 'any text', ' \n🦀', '\0=');
    annotate(pid, 'empty value', 'columns.width', '');
    see('notes', notesOf(pid));
    annotate(pid, 'empty key', '', 'x');
    annotate(pid, 'key of 256 bytes', 'ü'.repeat(128), '');
    annotate(pid, 'key of 257 bytes', 'x'.repeat(257), '');
    annotate(pid, 'key of 258 bytes in 129 characters', 'ü'.repeat(129), '');
    annotate(pid, 'value of 4096 bytes', 'long', 'x'.repeat(4096));
    annotate(pid, 'value of 4097 bytes', 'unit', 'x'.repeat(4097));
    annotate(pid, 'value of 4098 bytes in 1366 characters', 'unit', '€'.repeat(1366));
    const notes = notesOf(pid);
    see('what failed calls left', [notes[1], notes.at(-1)]);
    attempt('64 notes', () => {
      for (let there = notes.length; there < 64; there++) pid.annotate(`key ${there}`, '');
    });
    annotate(pid, 'one more', 'more', '');
    annotate(pid, 'a key that is there', 'description', 'again');
    see('notes', notesOf(pid));
  },
  start() {
    if (param('role') === 'first') see('notes', notesOf(openSource('open').field('pid')));
  },
});

function annotate(field: AnyField, label: string, key: string, value: string): void {
  attempt(label, () => void field.annotate(key, value));
}

function notesOf(field: AnyField): string[] {
  return field.annotations.map(({ key, value }) => `${key}=${value}`);
}
