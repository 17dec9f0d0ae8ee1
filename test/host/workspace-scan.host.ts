import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { numeralsOf } from '../../src/core/present/numerals';
import { coverageText, spendHeadline, spendTree } from '../../src/core/present/spend-tree';
import type { WorkspaceScan } from '../../src/vscode/platform/workspace-scan';
import { eventually, inWorkspace, writeFile } from './editor-steps';
import { scanned as done, type OwnScans, ownScans } from './own-scans';

const FILE = 'support/new_call.py';

describe('the scan of the workspace', function () {
  this.timeout(120_000);
  let own: OwnScans;
  const newScan = () => own.start();
  const pathsOf = (scan: WorkspaceScan) => scan.files.map(file => file.path);

  before(() => {
    own = ownScans();
  });
  after(() => own.dispose());

  it('finds what every file of the examples spends, dearest first', async () => {
    const scan = newScan();
    try {
      assert.equal(scan.state, 'none');
      scan.scan();
      assert.equal(scan.state, 'scanning');
      await done(scan);
      assert.ok(pathsOf(scan).includes('support/assistant.py'), pathsOf(scan).join(' '));
      assert.ok(pathsOf(scan).some(file => file.startsWith('web/src/')));
      const tree = spendTree(scan.files, numeralsOf());
      assert.ok(
        tree.some(node => node.label === 'support' && /^\$[\d.,]+\+?\/1k$/.test(node.amount)),
        JSON.stringify(tree.map(node => node.description)),
      );
      assert.match(spendHeadline(scan.files, numeralsOf()), /^\d+ calls · \$/);
      assert.ok((scan.coverage?.seen ?? 0) > 10);
    } finally {
      scan.dispose();
    }
  });

  it('leaves out the files of languages that the settings leave out, at once', async () => {
    const scan = newScan();
    const settings = vscode.workspace.getConfiguration('promptfare');
    const isPython = (file: string) => file.endsWith('.py');
    try {
      scan.scan();
      await done(scan);
      assert.ok(pathsOf(scan).some(isPython));
      await settings.update('languages', ['typescript'], vscode.ConfigurationTarget.Workspace);
      await eventually(
        () => ({ state: scan.state, paths: pathsOf(scan) }),
        ({ state, paths }) => state === 'done' && !paths.some(isPython) && paths.some(file => file.endsWith('.ts')),
      );
    } finally {
      await settings.update('languages', undefined, vscode.ConfigurationTarget.Workspace);
      scan.dispose();
    }
  });

  it('says of a file that could not be parsed through where that was', async () => {
    const scan = newScan();
    try {
      await writeFile(FILE, 'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-6-luna", input=\n');
      scan.scan();
      await done(scan);
      const found = scan.coverage?.unparsed.filter(({ file }) => file === FILE) ?? [];
      assert.deepEqual(
        found.map(({ why }) => why),
        ['This part could not be parsed'],
      );
      assert.match(coverageText(scan.coverage ?? assert.fail(), numeralsOf()), /, 1 only in part$/);
    } finally {
      scan.dispose();
      await vscode.workspace.fs.delete(inWorkspace(FILE));
    }
  });

  it('follows files that come, change and go', async () => {
    const scan = newScan();
    try {
      scan.scan();
      await done(scan);
      const uri = await writeFile(
        FILE,
        'from openai import OpenAI\n\nOpenAI().responses.create(model="gpt-6-luna", input="Hello", max_output_tokens=50)\n',
      );
      await eventually(
        () => pathsOf(scan),
        paths => paths.includes(FILE),
        20_000,
      );
      await writeFile(FILE, 'print("no call")\n');
      await eventually(
        () => pathsOf(scan),
        paths => !paths.includes(FILE),
        20_000,
      );
      await vscode.workspace.fs.delete(uri);
      assert.ok(pathsOf(scan).includes('support/assistant.py'));
    } finally {
      scan.dispose();
    }
  });

  it('is stopped on the word of the user', async () => {
    const scan = newScan();
    try {
      scan.scan();
      scan.cancel();
      assert.notEqual(scan.state, 'scanning');
      scan.scan();
      await done(scan);
    } finally {
      scan.dispose();
    }
  });
});
