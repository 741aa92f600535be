import { type AnyField, defineGadget, handleUsage, openSource, type Source } from '@gadget-api/guest';
import { drop } from '../../kit/js/drop.ts';
import { attempt, see } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    see('limit', handleUsage().limit);
    const sources: Source[] = [];
    const fields: AnyField[] = [];
    while (sources.length < 2048) {
      const source = openSource('open');
      sources.push(source);
      fields.push(source.field('pid'));
    }
    see('half are sources, half are fields', handleUsage().open);
    const open = (): void => void sources.push(openSource('open'));
    attempt('open', open);
    attempt('get-field', () => void sources[0]!.field('pid'));
    drop(fields.pop()!);
    attempt('open after one was dropped', open);
    attempt('open', open);
    see('most at once', handleUsage().peak);
    for (const each of [...sources, ...fields]) drop(each);
    see('all dropped', handleUsage().open);
    see('most at once', handleUsage().peak);
  },
});
