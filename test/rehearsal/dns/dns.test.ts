import { startGadget, type TestResult, type TestRow } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { rustTests } from '../../support/rust.ts';
import {
  firstName,
  header,
  labels,
  message,
  pointer,
  query,
  question,
  record,
  response,
  root,
  type,
} from './message.fixture.ts';

const schema = {
  packets: { timestamp: 'uint64', source: 'text', destination: 'text', data: 'bytes' },
} as const;
const [client, server] = ['10.0.0.9:40000', '10.0.0.1:53'];
const www = [...labels('www', 'example', 'com'), ...root];
const asks = message(header(7, query, 1, 0), question(www, type.a));
const answer = message(
  header(7, response, 1, 3),
  question(www, type.a),
  record(pointer(firstName), type.cname, [...labels('web'), ...pointer(firstName + 4)]),
  record([...labels('web'), ...pointer(firstName + 4)], type.a, [93, 184, 216, 34]),
  record(pointer(firstName), type.a, [93, 184, 216, 35]),
);
const described = { name: 'www.example.com.', qtype: 'A' };
const answered = { rcode: 'NoError', 'num-answers': 3, addresses: '93.184.216.34,93.184.216.35' };

function asked(timestamp: bigint, data: Uint8Array = asks): TestRow {
  return { timestamp, source: client, destination: server, data };
}

function responded(timestamp: bigint, data: Uint8Array = answer): TestRow {
  return { timestamp, source: server, destination: client, data };
}

describe.runIf(rustTests)('dns', () => {
  let component: Uint8Array;
  beforeAll(async () => {
    component = await buildFolder(import.meta.dirname);
  }, 900_000);

  async function run(
    packets: readonly TestRow[][],
    params: Record<string, string> = {},
  ): Promise<TestResult> {
    const running = await startGadget(component, { schema, params });
    for (const rows of packets) await running.push(rows);
    return running.stop();
  }

  /** What the gadget has added to each row. */
  function added({ rows, error }: TestResult): TestRow[] {
    expect(error).toBeUndefined();
    return (rows['packets'] ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !(name in schema.packets))),
    );
  }

  test('reads queries and responses, in one packet or several', async () => {
    const rows = [asked(1_000n), responded(2_500n)];
    const expected = [described, { ...described, ...answered, 'latency-ns': 1_500n }];
    expect(added(await run([rows]))).toEqual(expected);
    const apart = await run(rows.map((row) => [row]));
    expect(added(apart)).toEqual(expected);
    expect(apart.logs).toEqual([{ level: 'info', message: '0 malformed, 0 queries without a response' }]);
  });

  test('knows IPv6, other types, failures, names that are no words, and responses without a question', async () => {
    const six = [0x20, 1, 0xd, 0xb8, ...Array<number>(11).fill(0), 1];
    const odd = [...labels('a.b', '\\', '\xff '), ...root];
    const messages = [
      message(
        header(1, response, 1, 1),
        question(www, type.aaaa),
        record(pointer(firstName), type.aaaa, six),
      ),
      message(header(2, response | 3, 1, 0), question([...root], 0xff00)),
      message(header(3, response | 5, 1, 0), question(odd, 65)),
      message(header(4, response | 15, 0, 0)),
    ];
    expect(added(await run([messages.map((data) => responded(1n, data))]))).toEqual([
      { ...described, qtype: 'AAAA', rcode: 'NoError', 'num-answers': 1, addresses: '2001:db8::1' },
      { name: '.', qtype: 'TYPE65280', rcode: 'NXDomain', 'num-answers': 0 },
      { name: 'a\\.b.\\\\.\\255\\032.', qtype: 'HTTPS', rcode: 'Refused', 'num-answers': 0 },
      { rcode: 'RCODE15', 'num-answers': 0 },
    ]);
  });

  test.each([
    ['late', [asked(0n), responded(2_000_001n)]],
    ['before its query', [asked(5n), responded(4n)]],
    ['of another server', [asked(0n), { ...responded(1n), source: '10.0.0.2:53' }]],
    ['without a query', [responded(1n)]],
    ['without a time', [asked(0n), { source: server, destination: client, data: answer }]],
    ['the second one', [asked(0n), responded(1n), responded(2n)]],
    ['to a query that was too many', [asked(0n, message(header(6, query, 0, 0))), asked(0n), responded(1n)]],
  ])('a response that is %s has no latency', async (_, rows) => {
    const result = added(await run([rows], { timeout: '2ms', 'most-pending': '1' }));
    expect(result.at(-1)).toEqual({ ...described, ...answered });
  });

  test('a query that is too old makes room for another', async () => {
    const rows = [asked(0n, message(header(6, query, 0, 0))), asked(3_000_000n), responded(3_000_001n)];
    const result = added(await run([rows], { timeout: '2ms', 'most-pending': '1' }));
    expect(result.at(-1)).toMatchObject({ 'latency-ns': 1n });
  });

  test('what is malformed passes as it came, and is counted', async () => {
    const long = [...labels(...Array<string>(5).fill('x'.repeat(63))), ...root];
    const names = {
      itself: pointer(firstName),
      forward: pointer(firstName + 2),
      circle: [...labels('x'), ...pointer(firstName)],
      beyond: pointer(0x3fff),
      reserved: [0x40, ...root],
      long,
    };
    const malformed = [
      ...Array.from(answer.keys(), (length) => answer.subarray(0, length)),
      ...Object.values(names).map((name) => message(header(7, query, 1, 0), question(name, type.a))),
      message(header(7, response, 0, 1), record([...root], type.a, [1, 2, 3])),
      message(header(7, response, 0xffff, 0xffff)),
    ];
    const result = await run([[asked(0n), ...malformed.map((data) => responded(1n, data))]]);
    expect(added(result)).toEqual([described, ...malformed.map(() => ({}))]);
    expect(result.rows['packets']?.at(-1)).toEqual(responded(1n, malformed.at(-1)));
    expect(result.logs).toEqual([
      { level: 'info', message: `${malformed.length} malformed, 1 queries without a response` },
    ]);
  });

  test('a row without a payload is no message', async () => {
    const result = await run([[{ timestamp: 1n }, asked(2n)]]);
    expect(added(result)).toEqual([{}, described]);
    expect(result.logs[0]?.message).toMatch(/^0 malformed/);
  });

  test('says what is missing, and does nothing without rows', async () => {
    const without = await startGadget(component, { schema: { packets: { data: 'bytes' } } });
    expect((await without.stop()).error).toMatchObject({
      code: 'E_GADGET_ERROR',
      message: expect.stringContaining('not-found: packets has no field timestamp') as string,
    });
    expect((await run([])).packets).toEqual({});
  });
});
