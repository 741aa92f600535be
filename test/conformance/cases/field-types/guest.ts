import { defineGadget, type Field, openSource, subscribe, type ValueKind } from '@gadget-api/guest';

export default defineGadget({
  init() {
    const open = openSource('open');
    const all = open.fields();
    const typed: Field<unknown, ArrayLike<unknown>>[] = all.map(({ name, kind }) =>
      open.field(name, kind as ValueKind),
    );
    subscribe(open, (packet) => {
      const [given, byType, byAny] = [packet.row(0), packet.row(1), packet.row(2)];
      for (const field of typed) field.set(byType, field.get(given));
      for (const field of all) field.set(byAny, field.get(given));
      for (const field of typed) field.setColumn(packet, field.column(packet));
    });
  },
});
