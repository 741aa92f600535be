import { expect, test } from 'vitest';
import { apiWit, joinWit } from './api-wit.ts';

test('files become one text with one package line', () => {
  const files = [
    '/// A\ninterface a {}\n',
    '/// P\npackage x:y@1.0.0;\n\nworld w {}\n',
    'package x:y@1.0.0;\ninterface b {}\n',
  ];
  expect(joinWit(files).replaceAll(/\n+/g, '\n')).toBe(
    'package x:y@1.0.0;\n/// A\ninterface a {}\n/// P\nworld w {}\ninterface b {}\n',
  );
});

test('the WIT of gadget:api is there', async () => {
  const text = await apiWit();
  expect(text).toMatch(/^package gadget:api@\d+\.\d+\.\d+;\n/);
  expect(text).toContain('interface lifecycle {');
  expect(text).toContain('world aggregator {');
});
