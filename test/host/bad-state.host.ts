import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, eventually, findings, onlyLens, openText, writeFile } from './editor-steps';
import { ownService } from './own-service';
import { CALL } from './samples';

/** One wrong value of every kind that a setting can have. */
const WRONG: Readonly<Record<string, unknown>> = {
  'codeLens.enabled': 'yes',
  'codeLens.density': 'huge',
  'codeLens.template': 4,
  'codeLens.minimumUsdPerThousandCalls': -1,
  'hover.enabled': 1,
  'diagnostics.enabled': [],
  'cacheablePrefix.enabled': {},
  'inlayHints.enabled': 'no',
  languages: 'python',
  promptFiles: [1],
  notCalls: { a: 1 },
  rules: { 'no-dynamic-prefix': 'loud' },
  ignore: { '*': 'tests/**' },
  referenceModel: ['gpt-5'],
  comparedModels: [null],
};

describe('a bad state', () => {
  afterEach(closeEditors);

  it('of every setting is told once, and the defaults count', async () => {
    const expected = await onlyLens(await openText('python', CALL));
    const own = ownService();
    const settings = Object.fromEntries(Object.entries(WRONG).map(([key, value]) => [`promptfare.${key}`, value]));
    const uri = await writeFile('.vscode/settings.json', JSON.stringify(settings));
    try {
      const told = (key: string) => own.complaints.filter(line => new RegExp(`^promptfare\\.${key.replace('.', '\\.')}[ :]`).test(line));
      await eventually(
        () => Object.keys(WRONG).filter(key => told(key).length === 0),
        missing => missing.length === 0,
      );
      const document = await openText('python', CALL);
      assert.equal(await onlyLens(document), expected);
      await eventually(
        () => findings(document).length,
        count => count > 0,
      );
      for (const key of Object.keys(WRONG)) assert.equal(told(key).length, 1, key);
    } finally {
      own.dispose();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('of the user’s own prices is told, and the others count', async () => {
    const document = await openText('python', CALL);
    const expected = await onlyLens(document);
    const configuration = vscode.workspace.getConfiguration('promptfare');
    const own = ownService();
    try {
      await configuration.update('prices', { 'gpt-5-mini': { inputUsd: 'cheap' }, other: 7 }, vscode.ConfigurationTarget.Global);
      await eventually(
        () => own.complaints.filter(line => /gpt-5-mini|other/.test(line)).length,
        count => count >= 2,
      );
      assert.equal(await onlyLens(document), expected);
    } finally {
      own.dispose();
      await configuration.update('prices', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  for (const [what, content] of [
    ['no JSON', '{"fetched": "2026-'],
    ['JSON of another shape', '[1, {"providers": 7}]'],
    ['a list of nothing that is a price', '{"fetched": "2026-11-01", "providers": [{"id": 3}, null]}'],
  ] as const) {
    it(`of the refreshed prices is told, and the bundled ones count: ${what}`, async () => {
      const document = await openText('python', CALL);
      const own = ownService(file => writeFileSync(file, content));
      try {
        const analysis = await own.analysisOf(document);
        assert.notEqual(analysis.quotes[0]?.maxCallUsd.basis, 'unknown');
        assert.match(own.complaints.join('\n'), /prices/i);
      } finally {
        own.dispose();
      }
    });
  }

  it('of the worker ends: it is restarted, the user told once, and everything comes back', async () => {
    const own = ownService();
    const told: string[] = [];
    const show = vscode.window.showWarningMessage;
    Object.assign(vscode.window, { showWarningMessage: async (message: string) => void told.push(message) });
    try {
      const document = await openText('python', CALL);
      const before = await own.analysisOf(document);
      for (let death = 1; death <= 2; death++) {
        own.service.process.kill('The test ends it.');
        await eventually(
          () => own.service.analyses.current(document) === undefined,
          isGone => isGone,
        );
        const after = await own.analysisOf(document);
        assert.deepEqual(after.quotes, before.quotes);
      }
      assert.deepEqual(told, ["Promptfare's analysis stopped; it is being started again."]);
    } finally {
      Object.assign(vscode.window, { showWarningMessage: show });
      own.dispose();
    }
  });
});
