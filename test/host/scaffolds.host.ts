import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, findings, inWorkspace, openFile, quickFixes, ruleOf, writeFile } from './editor-steps';

const RULE = 'prefer-batch';
const REPORT = `from openai import OpenAI

client = OpenAI()


def describe(lamps):
    for lamp in lamps:
        print(client.responses.create(model="gpt-5.4", max_output_tokens=2000, input=f"Describe {lamp}").output_text)


describe(open("lamps.txt").readlines())
`;

describe('a fix that writes a file of its own', () => {
  const written: vscode.Uri[] = [];
  const scaffolded = inWorkspace('batch_describe.py');
  const exists = () =>
    vscode.workspace.fs.stat(scaffolded).then(
      () => true,
      () => false,
    );
  afterEach(async () => {
    await closeEditors();
    if (await exists()) await vscode.workspace.fs.delete(scaffolded);
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  async function opened(name: string): Promise<vscode.TextDocument> {
    written.push(await writeFile(name, REPORT));
    return openFile(name);
  }

  async function action(document: vscode.TextDocument): Promise<vscode.Command> {
    const [finding] = await found(document);
    const actions = await quickFixes(document, finding?.range ?? assert.fail());
    const fix = actions.find(({ title }) => title === 'Write a batch submission to batch_describe.py');
    return fix?.command ?? assert.fail(actions.map(({ title }) => title).join('\n'));
  }

  const found = (document: vscode.TextDocument) =>
    eventually(
      () => findings(document).filter(each => ruleOf(each) === RULE),
      some => some.length === 1,
    );

  it('shows the file, ends the finding, and is undone: the file is gone', async () => {
    const document = await opened('lamps_report.py');
    const { command, arguments: given = [] } = await action(document);
    await vscode.commands.executeCommand(command, ...given);
    await eventually(exists, isThere => isThere);
    const shown = await eventually(
      () => vscode.window.activeTextEditor?.document,
      active => active?.uri.toString() === scaffolded.toString(),
    );
    assert.match(shown?.getText() ?? '', /Sends the requests of `describe` \(lamps_report\.py\)[\s\S]*client\.batches\.create/);
    assert.equal(document.getText(), REPORT, 'the call stays as it is');
    await eventually(
      () => findings(document).map(ruleOf),
      rules => !rules.includes(RULE),
    );
    await vscode.commands.executeCommand('undo');
    await eventually(exists, isThere => !isThere);
    await found(document);
  }).timeout(120_000);

  it('never writes over a file that has come to be there meanwhile', async () => {
    const document = await opened('lamps_list.py');
    const { command, arguments: given = [] } = await action(document);
    await writeFile('batch_describe.py', '# mine\n');
    await vscode.commands.executeCommand(command, ...given);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(scaffolded)), '# mine\n');
  }).timeout(120_000);
});
