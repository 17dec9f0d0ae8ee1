import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readUsageFiles } from '../../../../src/node/usage/read-usage';

const RUN = { run_type: 'llm', name: 'x', extra: { metadata: { ls_model_name: 'gpt-4o' } }, prompt_tokens: 10, completion_tokens: 5 };
const TABLE =
  'start_time_iso,num_model_requests,model,input_tokens,output_tokens\n2025-10-05T00:00:00Z,2,gpt-4o,100,20\n2025-10-06T00:00:00Z,1,"gpt-4o",50,10\n';

describe('usage files', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'usage-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function read(content: string | Buffer) {
    const file = path.join(folder, 'usage');
    await writeFile(file, content);
    return readUsageFiles([file]);
  }

  const forms: readonly (readonly [string, string | Buffer, number])[] = [
    ['lines of JSON', `${JSON.stringify(RUN)}\n${JSON.stringify(RUN)}\n`, 2],
    ['one line of JSON', JSON.stringify(RUN), 1],
    ['lines of JSON with line ends of Windows', `${JSON.stringify(RUN)}\r\n${JSON.stringify(RUN)}\r\n`, 2],
    ['a list', JSON.stringify([RUN, RUN, RUN]), 3],
    ['an object that holds a list', JSON.stringify({ meta: { page: 1 }, data: [RUN, RUN] }, undefined, 2), 2],
    ['a table', TABLE, 2],
    ['a table with a byte order mark', `\uFEFF${TABLE}`, 2],
    ['a table in UTF-16', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), 2],
    ['a table with tabs', TABLE.replaceAll(',', '\t'), 2],
    ['nothing', '', 0],
  ];
  for (const [what, content, records] of forms) {
    it(`are read as ${what}`, async () => {
      const found = await read(content);
      assert.deepEqual([found.records, found.faults, found.unknownRows], [records, 0, 0]);
    });
  }

  it('are read around what is broken, which is counted and told', async () => {
    const found = await read(
      `${JSON.stringify(RUN)}\n{"run_type": "llm", \n[1]\n\n{"other": 1}\n{"run_type":"chain"}\n${JSON.stringify(RUN)}\n`,
    );
    assert.deepEqual([found.records, found.faults, found.unknownRows, found.otherRows], [2, 2, 1, 1]);
    assert.deepEqual(found.firstFaults, ['line 2 is no JSON', 'line 3 is no object']);
  });

  it('are read up to where a list breaks off', async () => {
    const found = await read(JSON.stringify([RUN, RUN, RUN]).slice(0, -40));
    assert.equal(found.records, 2);
    assert.match(found.firstFaults[0] ?? '', /^the JSON is broken, and was read up to entry 2/);
  });

  it('are read up to where a list in an object is broken', async () => {
    const found = await read(`{\n"runs": [${JSON.stringify(RUN)}, {"run_type": broken}]}`);
    assert.equal(found.faults, 1);
    assert.match(found.firstFaults[0] ?? '', /^the JSON is broken, and was read up to entry \d/);
  });

  it('say what nobody knows', async () => {
    const found = await read('colour,size\nred,2\n');
    assert.deepEqual([found.records, found.unknownRows, found.formats], [0, 1, []]);
  });

  it('are read with progress, and stop when they are told to', async () => {
    const file = path.join(folder, 'large');
    await writeFile(file, `${JSON.stringify(RUN)}\n`.repeat(20_000));
    const stop = new AbortController();
    const shares: number[] = [];
    const found = await readUsageFiles([file], {
      signal: stop.signal,
      progress: share => {
        shares.push(share);
        if (share > 0.3) stop.abort();
      },
    });
    assert.ok(found.stopped && found.records < 20_000 && (shares[0] ?? 1) < 0.3);
  });
});
