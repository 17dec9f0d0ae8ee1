import assert from 'node:assert/strict';
import { createPromptReader } from '../../../src/core/compression/prompt-reader';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { WorkspaceFile } from '../../../src/core/workspace-file/file-schema';
import { loadCounters } from '../../../src/node/encodings';
import { createEnvironments } from '../../../src/node/environments';

const NOW = new Date('2026-11-20T12:00:00Z');

function environmentsWith(files: Readonly<Record<string, WorkspaceFile>>) {
  return createEnvironments({
    settings: { severities: { 'no-unknown-model': 'error' }, ignore: { '*': [] }, notCalls: [], promptFiles: [] },
    folderFiles: Object.entries(files).map(([folder, file]) => ({ folder, file })),
    prices: { userPrices: { ours: { inputUsd: 1, outputUsd: 2 } } },
    counters: loadCounters(),
    reader: createPromptReader(),
    createCatalogue,
    now: () => NOW,
    textOf: () => undefined,
  });
}

describe('what quotes depend on', () => {
  const environments = environmentsWith({
    'file:///repo/app': { models: { ours: { inputUsd: 3, outputUsd: 4 } }, rules: { 'no-unknown-model': 'off' } },
    'file:///repo/app/inner': { calls: { '**': { callsPerDay: 5 } } },
  });
  const priceAt = (uri: string) => environments.of(uri).catalogue.find(undefined, 'ours', NOW)?.price?.inputUsd;

  it('is said by the file of the folder: its prices go before those of the user', () => {
    assert.equal(priceAt('file:///repo/app/a.py'), 3);
    assert.equal(environments.of('file:///repo/app/a.py').settings.severities['no-unknown-model'], 'off');
    assert.equal(priceAt('file:///repo/other/a.py'), 1);
    assert.equal(environments.of('file:///repo/other/a.py').settings.severities['no-unknown-model'], 'error');
  });

  it('is said by the innermost folder alone', () => {
    const uri = 'file:///repo/app/inner/a.py';
    assert.equal(priceAt(uri), 1);
    assert.equal(environments.of(uri).saidOf(uri, 'x/openai-chat#0')?.callsPerDay, 5);
    assert.equal(environments.of('file:///repo/app/a.py').saidOf('file:///repo/app/a.py', 'x/openai-chat#0')?.callsPerDay, undefined);
  });
});
