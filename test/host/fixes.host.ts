import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FixOffer } from '../../src/core/quote/analysis';
import { fixEdit, isWorkspaceEdit } from '../../src/vscode/platform/workspace-edits';
import { closeEditors, eventually, findings, openFile, openText, quickFixes, replaceIn, ruleOf, writeFile } from './editor-steps';
import { ownService } from './own-service';
import { CALL, INSTRUCTIONS } from './samples';

const BOM = '\uFEFF';
const RULE = 'no-dynamic-prefix';

/** The prompt stands in another file, where the fix edits it. */
const MAIN = `from openai import OpenAI
from instructions import instructions

client = OpenAI()


def reply(question):
    return client.responses.create(model="gpt-5-mini", max_output_tokens=500, instructions=instructions(), input=question)
`;
const PROMPT = `from datetime import datetime

# Grüße 🚀
def instructions():
    return f"""It is {datetime.now()}.
${INSTRUCTIONS}
"""
`;

/** Without a cap, and of a model that was shut down. */
const UNCAPPED = `from openai import OpenAI

answer = OpenAI().chat.completions.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": "Name a boot."}])
`;

/** What is parsed as JSON, of which an example in the prompt tells the fields and not whether they may be missing. */
const PARSED = `import json

from openai import OpenAI

client = OpenAI()


def read(mail):
    answer = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[{"role": "system", "content": 'Return only JSON like {"name": "Ada", "city": "Paris"}.'}, {"role": "user", "content": mail}],
    )
    return json.loads(answer.choices[0].message.content)
`;

describe('a fix', () => {
  const written: vscode.Uri[] = [];
  const write = async (name: string, content: string) => {
    const uri = await writeFile(name, content);
    written.push(uri);
    return uri;
  };
  afterEach(async () => {
    await closeEditors();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('keeps line ends and byte order mark, and is undone to the last byte', async () => {
    const original = `${BOM}${CALL.replaceAll('\n', '\r\n')}`;
    const uri = await write('crlf.py', original);
    const document = await openFile('crlf.py');
    await mend(document);
    await document.save();
    const fixed = await textOf(uri);
    assert.ok(fixed.startsWith(`${BOM}from datetime`));
    assert.ok(fixed.indexOf('datetime.now()') > fixed.indexOf('Rule 120:'), fixed);
    assert.equal(fixed.replaceAll('\r\n', '').includes('\n'), false, 'a line end was changed');
    await undo(document);
    await document.save();
    assert.equal(await textOf(uri), original);
  });

  it('follows a change of the line ends in the editor', async () => {
    const document = await openText('python', CALL);
    await findingIn(document);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.CRLF)]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await mend(document);
    assert.ok(document.getText().includes('quote the order number and never promise a date.\r\n'));
    await undo(document);
    assert.equal(document.getText(), CALL.replaceAll('\n', '\r\n'));
  });

  // Names of their own: VS Code keeps documents for a while after they are closed.
  for (const [how, module, content] of [
    ['as it is', 'plain_instructions', PROMPT],
    [
      'with mixed line ends and a byte order mark',
      'mixed_instructions',
      `${BOM}${PROMPT.replace(/\n/g, (_, at: number) => (at % 3 === 0 ? '\r\n' : '\n'))}`,
    ],
  ] as const) {
    it(`edits the prompt in another file that is not open, ${how}`, async () => {
      const uri = await write(`${module}.py`, content);
      await write(`${module}_main.py`, MAIN.replace('from instructions', `from ${module}`));
      const main = await openFile(`${module}_main.py`);
      const isOpen = () => vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
      await findingIn(main);
      assert.ok(!isOpen(), 'the other file is open already');
      const fix = await preferredFix(main);
      assert.deepEqual(
        fix.edit.entries().map(([edited]) => edited.toString()),
        [uri.toString()],
      );
      const prompt = await vscode.workspace.openTextDocument(uri);
      const before = prompt.getText();
      await vscode.window.showTextDocument(prompt);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await isGone(main);
      assert.equal(main.isDirty, false);
      const after = prompt.getText();
      assert.ok(after.startsWith(before.slice(0, before.indexOf('It is'))), after.slice(0, 200));
      assert.match(after, /Rule 120: .*never promise a date\.\s+It is \{datetime\.now\(\)\}\.\s+"""\s+$/);
    });
  }

  it('stands before what silences its finding, also where it asks something first', async () => {
    const document = await openText('python', PARSED);
    const at = document.positionAt(document.getText().indexOf('chat.completions') + 1);
    const offered = await eventually(
      () => quickFixes(document, new vscode.Range(at, at)),
      found => found.some(({ title }) => title.startsWith('Ignore prefer-structured-output')),
    );
    assert.match(offered[0]?.title ?? '', /^Ask for the answer by a schema/);
  });

  it('of several findings at a call is followed once by what says that it is none', async () => {
    const document = await openText('python', UNCAPPED);
    const at = document.positionAt(document.getText().indexOf('chat.completions') + 1);
    const offered = await eventually(
      () => quickFixes(document, new vscode.Range(at, at)),
      found => found.filter(({ title }) => title.startsWith('Ignore')).length > 1,
    );
    assert.equal(offered.filter(({ title }) => title === 'This is not an LLM call').length, 1);
  });

  it('holds once the editor has forgotten the menu that it was taken from', async () => {
    const settings = () => vscode.workspace.getConfiguration('promptfare');
    const document = await openText('python', PARSED);
    const at = document.positionAt(document.getText().indexOf('chat.completions') + 1);
    const range = new vscode.Range(at, at);
    const isOurs = ({ command }: vscode.CodeAction) => command?.command.startsWith('promptfare.') === true;
    const fixes = await eventually(
      () => quickFixes(document, range),
      found => found.some(({ title }) => title.startsWith('Turn off prefer-structured-output')),
    );
    const rewrites = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.RefactorRewrite.value,
    );
    const taken = [...fixes, ...rewrites].filter(isOurs);
    assert.ok(taken.length >= 5, taken.map(({ title }) => title).join('\n'));
    // Arguments are lost with the menu.
    assert.deepEqual(
      taken.filter(({ command }) => (command?.arguments ?? []).length > 0).map(({ title }) => title),
      [],
    );
    const off = fixes.find(({ title }) => title.startsWith('Turn off prefer-structured-output'));
    try {
      for (let others = 0; others < 5; others++) await quickFixes(document, range);
      await vscode.commands.executeCommand(off?.command?.command ?? '');
      assert.deepEqual(settings().get('rules'), { 'prefer-structured-output': 'off' });
    } finally {
      await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('of a rule that is off is offered under Refactor alone', async () => {
    const settings = vscode.workspace.getConfiguration('promptfare');
    await settings.update('rules', { [RULE]: 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await openText('python', CALL);
      const at = document.positionAt(document.getText().indexOf('datetime.now()') + 1);
      const offered = (kind: string): Thenable<vscode.CodeAction[]> =>
        vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(at, at), kind, 20);
      const actions = await eventually(
        () => offered('refactor.rewrite'),
        found => found.some(({ title }) => title.startsWith('Move datetime.now()')),
      );
      assert.equal(actions.find(({ title }) => title.startsWith('Move'))?.isPreferred ?? false, false);
      assert.ok(!findings(document).map(ruleOf).includes(RULE));
      assert.ok(!(await offered('quickfix')).some(({ title }) => title.startsWith('Move')));
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is refused when a document changed meanwhile', async () => {
    const own = ownService();
    try {
      const document = await openText('python', CALL);
      const analysis = await own.analysisOf(document);
      await replaceIn(document, 'from datetime', '# One line more\nfrom datetime');
      const result = await fixEdit(own.service, analysis, fixIn(analysis.findings));
      assert.ok(!isWorkspaceEdit(result), 'an edit was made for an older text');
      assert.match(result.refused, /changed meanwhile.*[Tt]ry again/);
      const again = await own.analysisOf(document);
      assert.ok(isWorkspaceEdit(await fixEdit(own.service, again, fixIn(again.findings))));
    } finally {
      own.dispose();
    }
  });

  it('is refused when the other file, which it edits, changed meanwhile', async () => {
    const own = ownService();
    try {
      const uri = await write('instructions.py', PROMPT);
      await write('main.py', MAIN);
      const main = await openFile('main.py');
      const prompt = await vscode.workspace.openTextDocument(uri);
      const analysis = await own.service.analyses.whenUnder(main, [prompt], 40_000);
      assert.ok(analysis);
      await replaceIn(prompt, 'It is', 'Now it is');
      const result = await fixEdit(own.service, analysis, fixIn(analysis.findings));
      assert.ok(!isWorkspaceEdit(result), 'an edit was made for an older text');
      assert.match(result.refused, /changed meanwhile.*[Tt]ry again/);
    } finally {
      own.dispose();
    }
  });
});

async function findingIn(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  const isOurs = (diagnostic: vscode.Diagnostic) => ruleOf(diagnostic) === RULE;
  const found = await eventually(
    () => findings(document),
    all => all.some(isOurs),
  );
  const finding = found.find(isOurs);
  assert.ok(finding);
  return finding;
}

async function preferredFix(document: vscode.TextDocument): Promise<vscode.CodeAction & { readonly edit: vscode.WorkspaceEdit }> {
  const { range } = await findingIn(document);
  const offered = await quickFixes(document, range);
  const fix = offered.find(action => action.isPreferred);
  assert.ok(fix, `none is preferred of ${offered.map(({ title }) => title).join(', ')}`);
  assert.ok(fix.edit, `${fix.title} makes no edit`);
  return Object.assign(fix, { edit: fix.edit });
}

/** Takes the preferred fix of the rule in its own file, and waits until its finding has gone. */
async function mend(document: vscode.TextDocument): Promise<void> {
  const { edit } = await preferredFix(document);
  assert.ok(await vscode.workspace.applyEdit(edit));
  await isGone(document);
}

async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
}

async function isGone(document: vscode.TextDocument): Promise<void> {
  await eventually(
    () => findings(document).map(ruleOf),
    rules => !rules.includes(RULE),
  );
}

function fixIn(found: readonly { readonly fixes: readonly FixOffer[] }[]): FixOffer {
  const fix = found.flatMap(({ fixes }) => fixes).find(({ id }) => id.includes(RULE));
  assert.ok(fix, 'no fix is offered');
  return fix;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}
