import { type AnyField, createSource, defineGadget, openSource, param } from '@gadget-api/guest';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const pid = openSource('open').field('pid');
    if (param('role') === 'second') {
      see('tags', pid.tags);
      add(pid, 'one more', 'more');
      const own = openSource('own').field('a');
      see('own', own.tags);
      add(own, 'another to own', 'another');
      see('own', own.tags);
      return;
    }
    add(pid, 'path', 'path');
    add(pid, 'Path', 'Path');
    add(pid, 'path again', 'path');
    add(pid, "the host's again", 'of:process');
    add(pid, 'any text', ' \0🦀');
    add(pid, 'empty', '');
    see('tags', pid.tags);
    add(pid, '256 bytes', 'ü'.repeat(128));
    add(pid, '257 bytes', 'x'.repeat(257));
    add(pid, '258 bytes in 129 characters', 'ü'.repeat(129));
    attempt('64 tags', () => {
      for (let there = pid.tags.length; there < 64; there++) pid.addTag(`tag ${there}`);
    });
    add(pid, 'one more', 'more');
    add(pid, 'one that is there', 'host');
    see('tags', pid.tags);
    createSource('own').addField('a', 'text').addTag('mine');
    see('own', openSource('own').field('a').tags);
  },
  start() {
    if (param('role') === 'first') see('own', openSource('own').field('a').tags);
  },
});

function add(field: AnyField, label: string, tag: string): void {
  attempt(label, () => void field.addTag(tag));
}
