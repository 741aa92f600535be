import { type AnyField, defineGadget, log, openSource } from '@gadget-api/guest';
import { show } from '../../kit/js/show.ts';

export default defineGadget({
  init() {
    const open = openSource('open');
    const fields: AnyField[] = open.fields();
    for (const kind of ['text', 'bytes'] as const) {
      open.addField(`added ${kind}`, kind);
      fields.push(open.field(`added ${kind}`));
    }
    for (const { name, kind, fixedSize, tags, annotations } of fields) {
      const notes = annotations.map(({ key, value }) => `${key}=${value}`);
      log.info(`${name}: ${kind}, ${fixedSize ?? 'none'}, ${show(tags)}, ${show(notes)}`);
    }
  },
});
