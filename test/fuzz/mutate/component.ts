import type { Random } from '../random.ts';
import { allOf, type Binary, copyOf, isComponent, readBinary, type Section, writeBinary } from './binary.ts';
import { mutateBytes, spliced } from './bytes.ts';
import { namesIn, renameOne } from './hostile-names.ts';
import { readLeb, wrongLeb } from './leb.ts';

/** Sections larger than this have so much code or data in them that nobody looks for names there. Bytes. */
const searched = 100_000;
/** More of a component inside of itself than any reader follows. */
const deepest = 40;

/** A copy with one or some things changed, mostly with the lengths around them right. `donors` give parts. */
export function mutateComponent(seed: Binary, donors: readonly Binary[], random: Random): Uint8Array {
  let binary = copyOf(seed);
  for (let n = random.few(5); n > 0; n--) {
    if (random.once(12)) binary = nested(binary, random);
    else mutateOnce(random.pick(allOf(binary)), random.pick(donors), random);
  }
  const bytes = writeBinary(binary);
  return random.once(6) ? mutateBytes(bytes, random) : bytes;
}

/** Changes one section, or the order or number of them. */
export function mutateOnce(binary: Binary, donor: Binary, random: Random): void {
  const { sections } = binary;
  if (sections.length === 0) return;
  const at = random.below(sections.length);
  const section = sections[at]!;
  if (random.once(3)) return moveSections(binary, at, donor, random);
  switch (random.below(12)) {
    case 0:
      section.id = random.below(16);
      return;
    case 1:
      section.length = wrongLeb(sizeOf(section), random);
      return;
    case 2:
      binary.header = mutateBytes(binary.header, random);
      return;
    default:
      if (section.body instanceof Uint8Array) section.body = mutateBody(section.body, donor, random);
  }
}

function moveSections(binary: Binary, at: number, donor: Binary, random: Random): void {
  const { sections } = binary;
  const to = random.below(sections.length);
  switch (random.below(5)) {
    case 0:
      sections.splice(at, 1);
      return;
    case 1:
      sections.splice(to, 0, sameAs(sections[at]!));
      return;
    case 2:
      [sections[at], sections[to]] = [sections[to]!, sections[at]!];
      return;
    default: {
      const from = allOf(donor).filter((each) => isComponent(each) === isComponent(binary));
      const parts = from.flatMap((each) => each.sections);
      if (parts.length > 0) sections.splice(to, random.below(2), sameAs(random.pick(parts)));
    }
  }
}

function sameAs({ id, body }: Section): Section {
  return { id, body: body instanceof Uint8Array ? body : copyOf(body) };
}

function mutateBody(body: Uint8Array, donor: Binary, random: Random): Uint8Array {
  if (body.length === 0) return mutateBytes(body, random);
  switch (random.below(4)) {
    case 0:
      return withLeb(body, 0, random);
    case 1:
      return withLeb(body, random.below(body.length), random);
    case 2:
      return (body.length > searched ? undefined : renameOne(body, namesOf(donor), random)) ?? body;
    default:
      return mutateBytes(body, random);
  }
}

/** Another number in place of one, or of what can be read as one. At 0 it is how many entries there are. */
function withLeb(body: Uint8Array, at: number, random: Random): Uint8Array {
  const number = readLeb(body, at);
  return number === undefined ? body : spliced(body, at, number.size, wrongLeb(number.value, random));
}

const donated = new WeakMap<Binary, Uint8Array[]>();

function namesOf(donor: Binary): Uint8Array[] {
  const known = donated.get(donor);
  if (known !== undefined) return known;
  const names = donor.sections.flatMap(({ body }) =>
    body instanceof Uint8Array && body.length <= searched
      ? namesIn(body).map(({ start, end }) => body.subarray(start, end))
      : [],
  );
  donated.set(donor, names);
  return names;
}

/** The component inside of another that is nothing else, so many times; or once in itself, before what it has. */
function nested(binary: Binary, random: Random): Binary {
  const componentId = 4;
  if (random.once(2)) {
    binary.sections.splice(random.below(binary.sections.length + 1), 0, {
      id: componentId,
      body: copyOf(binary),
    });
    return binary;
  }
  let outer = binary;
  for (let n = random.below(deepest); n > 0; n--) {
    outer = {
      header: binary.header,
      sections: [{ id: componentId, body: outer }],
      rest: binary.rest.subarray(0, 0),
    };
  }
  return outer;
}

function sizeOf({ body }: Section): number {
  return (body instanceof Uint8Array ? body : writeBinary(body)).length;
}

/** For who changes one core module of a component. */
export function mutateModule(bytes: Uint8Array, donor: Binary, random: Random): Uint8Array {
  const binary = readBinary(bytes);
  for (let n = random.few(4); n > 0; n--) mutateOnce(binary, donor, random);
  return writeBinary(binary);
}
