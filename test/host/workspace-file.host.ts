import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  eventually,
  findings,
  hoverAt,
  inWorkspace,
  lensTitles,
  openFile,
  replaceIn,
  ruleOf,
  writeFile,
} from './editor-steps';

const FILE = 'promptfare.json';
const CALL = 'support/assistant.py#Assistant.answer/anthropic-messages#0';

describe('promptfare.json', function () {
  this.timeout(120_000);

  const remove = () => vscode.workspace.fs.delete(inWorkspace(FILE)).then(undefined, () => {});
  const problems = () => vscode.languages.getDiagnostics(inWorkspace(FILE)).filter(({ source }) => source === 'promptfare');
  /** Writes the file, and opens it once the editor has this very text. */
  const openWith = async (text: string) => {
    await writeFile(FILE, text);
    return eventually(
      () => openFile(FILE),
      file => file.getText() === text && !file.isDirty,
    );
  };
  const lensWith = (document: vscode.TextDocument, expected: RegExp) =>
    eventually(
      () => lensTitles(document),
      titles => titles.length === 1 && expected.test(titles[0] ?? ''),
    );

  afterEach(async () => {
    await closeEditors();
    await remove();
  });

  it('has money shown per month, as it stands on disk and as it is typed, and no more once it is gone', async () => {
    const document = await openFile('support/assistant.py');
    await lensWith(document, /\/call · claude/);
    await writeFile(FILE, JSON.stringify({ calls: { 'support/**': { callsPerDay: 100, outputTokens: 200 } } }));
    const [saved = ''] = await lensWith(document, /\/month/);
    const file = await vscode.workspace.openTextDocument(inWorkspace(FILE));
    await replaceIn(file, '100', '1000');
    assert.ok(file.isDirty);
    const [typed = ''] = await eventually(
      () => lensTitles(document),
      titles => titles.length === 1 && titles[0] !== saved,
    );
    assert.match(typed, /\/month/);
    assert.match(await hoverAt(document, 'messages.create'), /per month\*\* for 30,000 calls/);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await lensWith(document, new RegExp(saved.replace(/[$.+*?()[\]]/g, '\\$&')));
    await remove();
    await lensWith(document, /\/call · claude/);
  });

  it('is marked where it is wrong, and the rest counts', async () => {
    const document = await openFile('support/assistant.py');
    const file = await openWith('{\n  "calls": {\n    "support/**": { "callsPerDay": 100, "outputTokens": -5 }\n  }\n}\n');
    assert.equal(file.languageId, 'jsonc');
    // The editor's own check of an open file marks the place by the schema, and one mark is enough.
    const marks = () => vscode.languages.getDiagnostics(file.uri);
    await eventually(marks, all => all.length === 1 && all[0]?.source !== 'promptfare');
    assert.deepEqual(
      marks().map(({ range }) => file.getText(range)),
      ['-5'],
    );
    await lensWith(document, /\/month/);
    await replaceIn(file, '-5', '5');
    await eventually(marks, all => all.length === 0);
  });

  it('is marked where it is wrong as long as nobody opens it, too', async () => {
    await lensWith(await openFile('support/assistant.py'), /\/call · claude/);
    await writeFile(FILE, '{ "calls": { "support/**": { "callsPerDay": 100, "outputTokens": -5 } } }');
    const [problem] = await eventually(problems, all => all.length === 1);
    assert.match(problem?.message ?? '', /^"outputTokens" must be a number from 0/);
  });

  it('is marked where it means no call', async () => {
    await vscode.commands.executeCommand('promptfare.scanWorkspace');
    const text = '{ "features": { "old": ["legacy/**", "support/**"] }, "calls": { "gone.py#a/openai-chat#0": { "callsPerDay": 1 } } }';
    const file = await openWith(text);
    const idle = await eventually(problems, all => all.length === 2);
    assert.deepEqual(
      idle.map(({ range, severity }) => [file.getText(range), severity]),
      [
        ['"legacy/**"', vscode.DiagnosticSeverity.Information],
        ['"gone.py#a/openai-chat#0"', vscode.DiagnosticSeverity.Information],
      ],
    );
  });

  it('is completed by the editor', async () => {
    const file = await openWith('{\n  "calls": { "a/**": {  } }\n}\n');
    const offset = file.getText().indexOf('{  }') + 2;
    await eventually(
      async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          file.uri,
          file.positionAt(offset),
        );
        return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      labels => labels.includes('callsPerDay') && labels.includes('distinctPrefixes'),
    );
  });

  it('of a newer version is not used, and not written', async () => {
    const document = await openFile('support/assistant.py');
    const text = '{ "version": 99, "calls": { "**": { "callsPerDay": 100 } } }';
    await openWith(text);
    await eventually(problems, all => all.some(({ message }) => message.startsWith('A newer Promptfare made this file')));
    assert.doesNotMatch((await lensWith(document, /./))[0] ?? '', /month/);
    const given = { uri: document.uri.toString(), identity: CALL.slice(CALL.indexOf('#') + 1) };
    // It tells in a message, which nobody here closes.
    void vscode.commands.executeCommand('promptfare.notAnLlmCall', given);
    await new Promise(resolve => setTimeout(resolve, 1000));
    const bytes = await vscode.workspace.fs.readFile(inWorkspace(FILE));
    assert.equal(new TextDecoder().decode(bytes), text);
    assert.equal((await lensTitles(document)).length, 1);
  });

  it('is created of what a scan finds, and left alone when it is there', async () => {
    await vscode.commands.executeCommand('promptfare.createWorkspaceFile');
    const file = await vscode.workspace.openTextDocument(inWorkspace(FILE));
    assert.equal(vscode.window.activeTextEditor?.document, file);
    assert.ok(file.getText().includes(JSON.stringify(CALL)), file.getText());
    await eventually(problems, all => all.length === 0);
    await replaceIn(file, '"version": 1,', '"version": 1, // ours');
    await file.save();
    await vscode.commands.executeCommand('promptfare.createWorkspaceFile');
    assert.match(file.getText(), /\/\/ ours/);
  });

  it('keeps what is not an LLM call, in an edit that can be undone', async () => {
    const document = await openFile('support/assistant.py');
    const file = await openWith('{\n  // ours\n  "calls": {}\n}\n');
    await lensWith(document, /./);
    await vscode.commands.executeCommand('promptfare.notAnLlmCall', {
      uri: document.uri.toString(),
      identity: CALL.slice(CALL.indexOf('#') + 1),
    });
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 0,
    );
    assert.ok(!file.isDirty);
    assert.equal(file.getText(), `{\n  // ours\n  "calls": {\n    ${JSON.stringify(CALL)}: {\n      "notAnLlmCall": true\n    }\n  }\n}\n`);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    assert.equal(file.getText(), '{\n  // ours\n  "calls": {}\n}\n');
    await lensWith(document, /./);
  });

  it('is changed by a command that comes before the analysis of the last letter', async () => {
    const document = await openFile('support/assistant.py');
    const file = await openWith('{ "calls": {} }\n');
    await lensWith(document, /./);
    const letter = new vscode.WorkspaceEdit();
    letter.insert(document.uri, document.positionAt(document.getText().length), '#');
    await vscode.workspace.applyEdit(letter);
    await vscode.commands.executeCommand('promptfare.notAnLlmCall', {
      uri: document.uri.toString(),
      identity: CALL.slice(CALL.indexOf('#') + 1),
    });
    assert.match(file.getText(), /"notAnLlmCall": true/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('keeps how often a call is made, in an edit that can be undone', async () => {
    const document = await openFile('support/assistant.py');
    const file = await openWith('{\n  // ours\n  "version": 1\n}\n');
    await lensWith(document, /\/call · claude/);
    const { showInputBox } = vscode.window;
    Object.assign(vscode.window, { showInputBox: async () => '800-1200' });
    try {
      await vscode.commands.executeCommand('promptfare.stateTraffic', {
        uri: document.uri.toString(),
        identity: CALL.slice(CALL.indexOf('#') + 1),
      });
    } finally {
      Object.assign(vscode.window, { showInputBox });
    }
    assert.match(file.getText(), /\/\/ ours[\s\S]*"callsPerDay": \[\s*800,\s*1200\s*\]/);
    assert.ok(!file.isDirty);
    await lensWith(document, /\/month/);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    assert.equal(file.getText(), '{\n  // ours\n  "version": 1\n}\n');
    await lensWith(document, /\/call · claude/);
  });

  it('holds calls against their budgets, and a scan all of them together', async () => {
    const document = await openFile('support/assistant.py');
    const content = {
      calls: { '**': { callsPerDay: 1000, outputTokens: 100 } },
      budgets: { usdPerCall: { error: 0.000_001 }, usdPerMonth: { warn: 1 } },
    };
    await writeFile(FILE, JSON.stringify(content, undefined, 2));
    const found = await eventually(
      () => findings(document),
      all => all.some(finding => ruleOf(finding) === 'no-over-budget'),
    );
    assert.equal(found.find(finding => ruleOf(finding) === 'no-over-budget')?.severity, vscode.DiagnosticSeverity.Error);
    await vscode.commands.executeCommand('promptfare.scanWorkspace');
    const [over] = await eventually(problems, all => all.length === 1);
    assert.ok(over);
    assert.match(over.message, /^All calls: \$.* per month.* more than the \$1\.00 that is warned of\.$/);
    const file = await vscode.workspace.openTextDocument(inWorkspace(FILE));
    assert.equal(file.getText(over.range), '{\n      "warn": 1\n    }');
  });
});
