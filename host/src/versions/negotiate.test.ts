import { describe, expect, it } from 'vitest';
import { thisHost } from './api-offer.ts';
import { judge, negotiate } from './negotiate.ts';
import type { InterfaceNeed } from './negotiate.ts';
import { hostOf, lifecycle, need, outcome, told, twoMajors } from './offer.fixture.ts';

describe('types of functions', () => {
  const host = hostOf(twoMajors.interfaces, {
    'gadget:api/logging@1.2.3': { log: '(level: u8, message: string)' },
    'gadget:api/handler@1.2.3': { 'on-packet': '(packet: own<packet>) -> u32' },
  });
  const log = (shape: string, version = '1.0.0'): InterfaceNeed =>
    need(`gadget:api/logging@${version}`, ['log'], [], { log: shape });
  const handler = (shape: string): InterfaceNeed =>
    need('gadget:api/handler@1.0.0', ['on-packet'], [], { 'on-packet': shape });
  const check = (imports: InterfaceNeed[], ...exports: InterfaceNeed[]): unknown =>
    told(outcome(() => negotiate(imports, [lifecycle, ...exports], host).imports.length));

  it('are those of the interface, whatever resources are called', () => {
    const renamed = handler('(packet: own<import-type-packet>) -> u32');
    expect(check([log('(level: u8, message: string)')], renamed)).toBe(1);
  });

  it.each(['(level: u8, message: u32)', '(level: u8)', '(level: u8, message: string) -> u32', '()'])(
    'log%s is refused',
    (shape) => {
      const words = [
        'E_INTERFACE_MISMATCH',
        "logging.log of the component's gadget:api/logging@1.0.0 has other types than in 1.2.3 of this host",
        'Types stay as they are from version to version: build the gadget again, against gadget:api 1.2.3.',
      ];
      expect(check([log(shape)])).toEqual(words);
      expect(check([log(shape, '1.9.0')])).toEqual([words[0], words[1]!.replace('1.0.0', '1.9.0'), words[2]]);
      expect(outcome(() => negotiate([log(shape)], [lifecycle], host))).toMatchObject({
        details: { function: 'log', component: shape, host: '(level: u8, message: string)' },
      });
    },
  );

  it('are compared in exports, too', () => {
    expect(check([], handler('(packet: borrow<packet>) -> u32'))).toContain(
      "handler.on-packet of the component's gadget:api/handler@1.0.0 has other types than in 1.2.3 of this host",
    );
  });

  it('are compared in an import that is also exported, with types of its own', () => {
    const wrong = log('(level: u8, message: u32)');
    const right = log('(level: u8, message: string)');
    expect(check([wrong], right)).toContain('E_INTERFACE_MISMATCH');
    expect(check([right], wrong)).toBe(1);
  });
});

describe('this host', () => {
  const wanted = thisHost.interfaces.map((each) => ({
    direction: each.direction,
    need: need(
      `${each.package}/${each.interface}@${each.version}`,
      each.functions.map(({ name }) => name),
      each.resources,
      thisHost.shapes[`${each.package}/${each.interface}@${each.version}`],
    ),
  }));
  const of = (direction: string): InterfaceNeed[] =>
    wanted.filter((each) => each.direction === direction).map((each) => each.need);

  it('answers everything that it offers', () => {
    const { imports, exports, uncalled } = negotiate(of('import'), of('export'));
    expect(imports.every((match) => match.need === match.offered)).toBe(true);
    expect(imports).toHaveLength(of('import').length);
    expect(exports.map((match) => match.interface).toSorted()).toEqual([
      'handler',
      'lifecycle',
      'losses',
      'ticker',
    ]);
    expect(uncalled).toEqual([]);
  });
});

it('tells every refusal, and of each interface what became of it', () => {
  const { verdicts, refusals } = judge(
    [
      need('gadget:api/field@1.0.0', ['[method]field.get-u32']),
      need('gadget:api/lists@1.3.0'),
      need('gadget:api/field@3.0.0'),
    ],
    [need('gadget:api/handler@1.0.0'), need('gadget:api/loss-listener@1.3.0')],
    twoMajors,
  );
  expect(
    verdicts.map(({ need: { name }, side, answer }) => [
      side,
      name,
      answer === undefined ? 'not called' : (answer.offered?.version ?? answer.refusal?.code),
    ]),
  ).toEqual([
    ['import', 'gadget:api/field@1.0.0', '1.2.3'],
    ['import', 'gadget:api/lists@1.3.0', 'E_API_TOO_NEW'],
    ['import', 'gadget:api/field@3.0.0', 'E_API_TOO_NEW'],
    ['export', 'gadget:api/handler@1.0.0', 'E_INTERFACE_MISMATCH'],
    ['export', 'gadget:api/loss-listener@1.3.0', 'not called'],
  ]);
  expect(refusals.map(({ code }) => code)).toEqual([
    'E_API_TOO_NEW',
    'E_API_TOO_NEW',
    'E_INTERFACE_MISMATCH',
    'E_NO_LIFECYCLE',
  ]);
});
