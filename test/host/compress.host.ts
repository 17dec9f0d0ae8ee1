import assert from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { Compressed } from '../../src/core/compression/compression';
import { numeralsOf } from '../../src/core/present/numerals';
import { compressByModel } from '../../src/vscode/features/compress-by-model';
import { CompressionQuestions } from '../../src/vscode/platform/compression-questions';
import { closeEditors, eventually, openText } from './editor-steps';
import { ownService } from './own-service';

const CALL = `from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=400,
        instructions=f"""You help customers.   
            Please look up the order in order to answer {question}.



            Never promise more than 3 days.
            """,
        input=question,
    )
`;
/** Blank lines cost no token of their own here, so they are not chosen beforehand. */
const COMPACT = CALL.replace('customers.   \n', 'customers.\n')
  .replace('            Please', 'Please')
  .replace('            Never', 'Never')
  .replace('days.\n            """', 'days.\n"""');

describe('compressing a prompt', () => {
  afterEach(closeEditors);

  it('shows both sides with tokens and money, makes the changes that are taken, and is undone as one', async () => {
    const document = await opened();
    const done = vscode.commands.executeCommand('promptfare.compressPrompt');
    const input = await diffShown('workbench.action.acceptSelectedQuickOpenItem');
    assert.match(input.label, /^Compressed: [≈\d,–]+ tokens, \$[\d.–$]+\/1k → [≈\d,–]+ tokens, \$[\d.–$]+\/1k$/);
    const [before, after] = await Promise.all([textOf(input.original), textOf(input.modified)]);
    assert.ok(before.includes('            Please look up the order in order to answer {question}.'), before);
    assert.ok(after.includes('\nPlease look up the order in order to answer {question}.\n\n\n\nNever'), after);
    assert.equal(document.getText(), CALL, 'nothing has changed yet');
    await eventually(
      async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return document.getText();
      },
      text => text === COMPACT,
    );
    await done;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), CALL);
  });

  it('is offered as a refactoring at the call, and nowhere else', async () => {
    const document = await opened();
    const titles = async (text: string) => {
      const at = document.positionAt(CALL.indexOf(text) + 1);
      const range = new vscode.Range(at, at);
      const kind = vscode.CodeActionKind.RefactorRewrite.value;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind,
      );
      return actions.map(({ title }) => title).filter(title => title.startsWith('Compress'));
    };
    // Whoever asks before the analysis is there is shown nothing, and asks again.
    const offered = await eventually(
      () => titles('responses.create'),
      all => all.length > 0,
    );
    assert.deepEqual(offered, ['Compress this prompt…', 'Compress this prompt by a model…']);
    assert.deepEqual(await titles('from openai'), []);
  });
});

describe('compressing a prompt by an endpoint', () => {
  let server: Server | undefined;
  const own = ownService();
  let asked = 0;

  after(() => own.dispose());
  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    asked = 0;
    await closeEditors();
  });

  /** What was asked of the user, and what was shown. */
  async function run(answer: (response: ServerResponse) => void, confirmed = true) {
    server = createServer((request, response) => {
      asked++;
      request.resume().on('end', () => answer(response));
    });
    await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { shown, confirmations } = await compressed(own, { endpoint: `http://${host}/v1`, model: 'gpt-5.4' }, confirmed);
    assert.equal(confirmations.length, 1);
    assert.ok(confirmations[0]?.includes(`Send this prompt to ${host}?`));
    assert.match(confirmations[0] ?? '', /costs up to \$0\.\d+/);
    return shown;
  }

  const said = (content: string) => (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }] }));
  };
  const part = (text: string) => `<part n="1">\n${text}\n</part>`;

  it('shows what comes back, once it is checked', async () => {
    const [compressed] = await run(
      said(
        `${part('You help customers.\n            Look up the order to answer ⟦1⟧.\n\n\n\n            Never promise more than 3 days.')}\n<part n="2">\n⟦2⟧\n</part>`,
      ),
    );
    assert.ok(compressed);
    assert.ok(
      compressed.changes.some(({ label }) => label.includes('Look')),
      JSON.stringify(compressed.changes),
    );
    assert.ok(compressed.after.tokens.value < compressed.before.tokens.value);
    assert.equal(asked, 1);
  });

  it('sends nothing without a yes', async () => {
    assert.deepEqual(await run(said('x'), false), []);
    assert.equal(asked, 0);
  });

  for (const [what, answer] of [
    [
      'loses a negation',
      said(`${part('You help customers. Look up the order to answer ⟦1⟧. Promise 3 days.')}\n<part n="2">\n⟦2⟧\n</part>`),
    ],
    ['is nonsense', said('I can’t do that.')],
    [
      'is over quota',
      (response: ServerResponse) =>
        void response.writeHead(429, { 'content-type': 'application/json' }).end('{"error":{"message":"quota"}}'),
    ],
    ['is too slow', () => undefined],
  ] as const) {
    it(`shows nothing when the answer ${what}`, async () => assert.deepEqual(await run(answer), []));
  }
});

describe('compressing a prompt by a model that VS Code offers', () => {
  const own = ownService();
  const offer = (how: 'shortens' | 'nonsense' | 'refuses' | 'none') => vscode.commands.executeCommand('promptfareTests.offerModel', how);

  before(async function () {
    // The oldest editors that run this have no such models to offer.
    if (!('registerLanguageModelChatProvider' in vscode.lm)) this.skip();
    await offer('shortens');
    await eventually(
      () => vscode.lm.selectChatModels(),
      models => models.length > 0,
    );
  });
  after(async () => {
    await offer('none');
    own.dispose();
  });
  afterEach(closeEditors);

  it('names who receives the prompt, asks first, and shows what comes back once it is checked', async () => {
    await offer('shortens');
    const { shown, confirmations } = await compressed(own, { endpoint: '', model: '' });
    assert.equal(confirmations.length, 1);
    assert.match(confirmations[0] ?? '', /Send this prompt to promptfare-tests through VS Code\?.*It counts towards your plan there\./);
    const [proposal] = shown;
    assert.ok(proposal);
    assert.ok(proposal.after.tokens.value < proposal.before.tokens.value);
    assert.ok(
      proposal.changes.some(({ label }) => label.includes('Look')),
      JSON.stringify(proposal.changes),
    );
  });

  it('sends nothing without a yes', async () => {
    await offer('refuses');
    assert.deepEqual((await compressed(own, { endpoint: '', model: '' }, false)).shown, []);
  });

  for (const [how, what] of [
    ['nonsense', 'its answer is nonsense'],
    ['refuses', 'it refuses'],
  ] as const) {
    it(`shows nothing when ${what}`, async () => {
      await offer(how);
      assert.deepEqual((await compressed(own, { endpoint: '', model: '' })).shown, []);
    });
  }
});

/** Runs the command's own steps on a document, which stays as it is; what was asked of the user, and what was shown. */
async function compressed(
  own: ReturnType<typeof ownService>,
  endpoint: { readonly endpoint: string; readonly model: string },
  confirmed = true,
): Promise<{ readonly shown: readonly Compressed[]; readonly confirmations: readonly string[] }> {
  const document = await openText('python', CALL);
  const analysis = await own.analysisOf(document);
  const [quote] = analysis.quotes;
  assert.ok(quote);
  const shown: Compressed[] = [];
  const confirmations: string[] = [];
  await compressByModel({
    questions: new CompressionQuestions(own.service, { document, analysis, quote }),
    settings: { ...endpoint, timeoutMs: 4000 },
    key: { of: async () => 'secret' },
    numerals: numeralsOf(),
    diff: { show: async proposal => void shown.push(proposal) },
    extensionPath: vscode.extensions.getExtension('promptfare.promptfare')?.extensionPath ?? '',
    confirm: async (message, detail) => {
      confirmations.push(`${message} ${detail}`);
      return confirmed;
    },
  });
  assert.equal(document.getText(), CALL, 'the text is left as it is');
  return { shown, confirmations };
}

async function opened(): Promise<vscode.TextDocument> {
  const document = await openText('python', CALL);
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(CALL.indexOf('responses.create') + 1);
  editor.selection = new vscode.Selection(at, at);
  await eventually(
    () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10),
    lenses => lenses.length > 0,
  );
  return document;
}

/** Presses Enter until the diff is there: when a list is open, no extension learns. */
async function diffShown(
  accept: string,
): Promise<{ readonly label: string; readonly original: vscode.Uri; readonly modified: vscode.Uri }> {
  const tab = await eventually(
    async () => {
      await vscode.commands.executeCommand(accept);
      return vscode.window.tabGroups.activeTabGroup.activeTab;
    },
    shown => shown?.input instanceof vscode.TabInputTextDiff,
  );
  assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
  return { label: tab.label, original: tab.input.original, modified: tab.input.modified };
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
