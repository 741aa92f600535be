import { expect, test } from 'vitest';
import { fixture } from './reference.fixture.ts';
import { Links, type Place } from './links.ts';

const links = new Links(fixture);
const things = fixture.interfaces.find(({ name }) => name === 'things')!;
const words = fixture.interfaces.find(({ name }) => name === 'words')!;
const place = (title: string): Place => {
  const found = things.functions.find((each) => each.title === title)!;
  return { interface: things, resource: found.resource, function: found };
};

test.each<[what: string, text: string, at: Place, linked: string]>([
  ['a method by its full name', '`field.size`', { interface: words }, '[`field.size`](things.md#fieldsize)'],
  ['a method within its resource', '`size`', place('field.make'), '[`size`](#fieldsize)'],
  ['no method without its resource', '`size`', { interface: words }, '`size`'],
  ['a function of the interface', '`go`', place('field.make'), '[`go`](#go)'],
  ['a function of another', '`things.go`', { interface: words }, '[`things.go`](things.md#go)'],
  ['a type', '`api-error`', { interface: things }, '[`api-error`](words.md#api-error)'],
  ['a resource', '`field`', { interface: words }, '[`field`](things.md#resource-field)'],
  ['an interface', '`lifecycle`', { interface: things }, '[`lifecycle`](lifecycle.md)'],
  ['not its own interface', '`things`', { interface: things }, '`things`'],
  ['a phase', '`init`', place('go'), '[`init`](lifecycle.md#init)'],
  ['an error where errors are used', '`denied`', { interface: things }, '[`denied`](words.md#api-error)'],
  ['a case on its own page', '`large`', { interface: words }, '[`large`](#kind)'],
  ['no case elsewhere', '`large`', { interface: things }, '`large`'],
  [
    'no case that another type has, too',
    '`away` or `other`',
    { interface: things },
    '[`away`](#way) or `other`',
  ],
  ['not the function itself', '`size`', place('field.size'), '`size`'],
  ['not a parameter', '`kind`', place('field.make'), '`kind`'],
  ['not what is none', '`words.go` and `a.b`', { interface: things }, '`words.go` and `a.b`'],
  ['once in a paragraph', '`go`, `go`\n\n`go`', { interface: things }, '[`go`](#go), `go`\n\n[`go`](#go)'],
])('links %s', (_, text, at, linked) => {
  expect(links.linked(text, at)).toBe(linked);
});
