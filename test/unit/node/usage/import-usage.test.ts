import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { numeralsOf } from '../../../../src/core/present/numerals';
import { importedText } from '../../../../src/core/present/usage-texts';
import { importUsage } from '../../../../src/node/usage/import-usage';
import type { UsageCall } from '../../../../src/protocol/usage';

const CODE = 'from openai import OpenAI\n\ndef one():\n    call()\n\ndef two():\n    call()\n';

const span = (name: string, line: number, input: number) => ({
  spanId: '1',
  name: 'chat gpt-4o',
  startTimeUnixNano: '1761955200000000000',
  attributes: {
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'gpt-4o',
    'gen_ai.usage.input_tokens': input,
    'gen_ai.usage.output_tokens': 5,
    'code.file.path': `/srv/app/src/${name}`,
    'code.line.number': line,
  },
});

describe('importing usage', () => {
  let folder = '';
  let calls: readonly UsageCall[] = [];
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'import-'));
    const file = path.join(folder, 'calls.py');
    await writeFile(file, CODE);
    const uri = pathToFileURL(file).href;
    const call = (symbol: string, start: number): UsageCall => ({
      path: 'src/calls.py',
      identity: `${symbol}/openai-chat#0`,
      symbol,
      models: ['gpt-4o'],
      model: 'gpt-4o',
      at: { uri, start, end: start + 6 },
    });
    calls = [call('one', CODE.indexOf('call()')), call('two', CODE.lastIndexOf('call()'))];
  });
  after(() => rm(folder, { recursive: true }));

  async function imported(lines: readonly unknown[]) {
    const file = path.join(folder, 'spans.jsonl');
    await writeFile(file, lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return importUsage({ files: [file], calls });
  }

  it('tells calls of one file apart by their lines, and keeps sums alone', async () => {
    const usage = await imported([span('calls.py', 4, 100), span('calls.py', 4, 300), span('calls.py', 7, 50)]);
    assert.deepEqual(
      usage.calls.map(({ identity, samples, usage: of }) => [identity, samples, of?.inputTokens.value, of?.matchedBy]),
      [
        ['one/openai-chat#0', 2, 200, ['code location']],
        ['two/openai-chat#0', 1, 50, ['code location']],
      ],
    );
    assert.deepEqual([usage.files, usage.unmatchedRecords, usage.stopped], [['spans.jsonl'], 0, false]);
  });

  it('counts and keeps what is of no call, and says all that was left out', async () => {
    const usage = await imported([span('other.py', 1, 100), span('calls.py', 4, 9), 'broken', { colour: 'red' }]);
    assert.deepEqual([usage.calls.length, usage.unmatchedRecords, usage.unmatchedGroups], [1, 1, 1]);
    assert.match(usage.unmatched[0]?.why ?? '', /2 calls use gpt-4o, and nothing tells them apart/);
    assert.equal(
      importedText(usage, numeralsOf()),
      '2 records read (OpenTelemetry spans). They are of 1 call; 1 could not be told to be of any. 1 row of a kind that is not known was left out. 1 could not be read: line 3 is no JSON.',
    );
  });

  it('says which exports are read where a file is none', async () => {
    const usage = await imported([{ colour: 'red' }]);
    assert.match(importedText(usage, numeralsOf()), /^No usage was found there\. 1 row of a kind .* LangSmith and Opik are read/);
  });

  it('still tells calls by their model when their file is gone', async () => {
    const [call] = calls;
    assert.ok(call);
    const file = path.join(folder, 'one.jsonl');
    await writeFile(file, JSON.stringify(span('elsewhere.py', 3, 10)));
    const usage = await importUsage({ files: [file], calls: [{ ...call, at: { ...call.at, uri: 'file:///gone/calls.py' } }] });
    assert.deepEqual(usage.calls[0]?.usage?.matchedBy, ['model']);
  });
});
