import { createSource, defineGadget, every, openSource, sourceNames, subscribe } from '@gadget-api/guest';
import { attempt, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    createSource('own');
    subscribe(openSource('open'), () => both('on-packet'));
    every(1000, () => both('on-tick'));
    look('init');
  },
  start: () => both('start'),
  stop: () => both('stop'),
});

function both(phase: string): void {
  look(phase);
  declare(phase);
}

function look(phase: string): void {
  const open = openSource('open');
  const pid = open.field('PID');
  see(`${phase} names`, sourceNames());
  see(`${phase} sees`, word(`"${open.name}" ${open.delivery}, "${pid.name}" ${pid.kind}`));
  attempt(`${phase} fields`, () => open.fields().map(({ name }) => name));
  see(`${phase} tags`, pid.tags);
  const notes = pid.annotations.map(({ key, value }) => `${key}=${value}`);
  see(`${phase} annotations`, notes);
}

function declare(phase: string): void {
  const open = openSource('open');
  const pid = open.field('pid');
  attempt(`${phase} create`, () => void createSource('late'));
  attempt(`${phase} add-field`, () => void open.addField('late', 'text'));
  attempt(`${phase} hide source`, () => void open.setHidden());
  attempt(`${phase} subscribe`, () => subscribe(open, () => {}));
  attempt(`${phase} subscribe to another`, () => subscribe(openSource('own'), () => {}));
  attempt(`${phase} add-tag`, () => void pid.addTag('late'));
  attempt(`${phase} annotate`, () => void pid.annotate('description', 'late'));
  attempt(`${phase} hide field`, () => void pid.setHidden());
}
