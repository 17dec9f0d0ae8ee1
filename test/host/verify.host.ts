import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { numeralsOf } from '../../src/core/present/numerals';
import { FIRST_VERIFY_STATE, type VerifyState } from '../../src/core/present/verify/state';
import type { VerifyView } from '../../src/core/present/verify/verify-view';
import { readVerifications } from '../../src/core/verify/verification';
import type { TrialChange } from '../../src/protocol/trial';
import type { ToVerify } from '../../src/protocol/verify';
import { COMMANDS } from '../../src/vscode/platform/command-names';
import { verificationFileOf } from '../../src/vscode/platform/workspace-file-texts';
import { VerifySession } from '../../src/vscode/verify/verify-session';
import { type Asked, type Scripted, type WireServer, wireServer } from '../wire-server';
import { closeEditors, eventually } from './editor-steps';
import { ownService } from './own-service';

const CODE = `from openai import OpenAI

client = OpenAI()


def team_of(ticket):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=5000,
        messages=[
            {"role": "system", "content": "Please note: classify the ticket in order to find the team. One word."},
            {"role": "user", "content": ticket},
        ],
    )
`;
const KEY = 'sk-host-secret-of-nobody';
const TYPED: VerifyState = { ...FIRST_VERIFY_STATE, typed: 'one\ntwo\nthree\nfour', bar: 0.5, criterion: 'exact' };

describe('verifying a change', function () {
  this.timeout(120_000);
  const own = ownService();
  let server: WireServer | undefined;
  let file: vscode.Uri | undefined;

  const folder = () => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    return first.uri;
  };
  const configure = (endpoints: unknown) =>
    vscode.workspace.getConfiguration('promptfare').update('verify.endpoints', endpoints, vscode.ConfigurationTarget.Global);

  after(() => own.dispose());
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await configure(undefined);
    await closeEditors();
    const left = [...(file === undefined ? [] : [file]), verificationFileOf(folder())];
    for (const uri of left) await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
    file = undefined;
  });

  /** Runs what is typed in, with the answer to the confirmation. What was confirmed, and all that the page got. */
  async function verify({
    script = () => ({ text: 'billing' }),
    change = { kind: 'model', model: 'openai/gpt-6-luna' },
    state = TYPED,
    confirmed = true,
    chosenMeanwhile,
  }: {
    script?: (asked: Asked, nth: number) => Scripted;
    change?: TrialChange;
    state?: VerifyState;
    confirmed?: boolean;
    /** Chosen while the run goes on. */
    chosenMeanwhile?: TrialChange;
  }) {
    const started = await wireServer(script);
    server = started;
    await configure({ openai: `http://${started.host}/v1` });
    file = vscode.Uri.joinPath(folder(), 'verified.py');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(CODE));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    // A first analysis may come before all files are read.
    const analysis = await eventually(
      () => own.analysisOf(document),
      ({ quotes }) => quotes.length > 0,
    );
    const [quote] = analysis.quotes;
    assert.ok(quote);
    const target = { uri: file.toString(), identity: quote.site.identity };
    let current = { ...target, change, title: 'a change' };
    const chosen = new vscode.EventEmitter<void>();
    const views: VerifyView[] = [];
    const confirmations: string[] = [];
    const session = new VerifySession(
      {
        service: own.service,
        settings: own.settings,
        numerals: numeralsOf(),
        log: vscode.window.createOutputChannel('Promptfare verify tests', { log: true }),
        extensionUri: vscode.extensions.getExtension('promptfare.promptfare')?.extensionUri ?? folder(),
      },
      {
        key: { of: async () => KEY },
        targets: {
          get current() {
            return current;
          },
          onDidChange: chosen.event,
        },
        confirm: async (message, detail) => {
          confirmations.push(`${message} ${detail}`);
          return confirmed;
        },
      },
      {
        send(message) {
          const { view } = message as ToVerify;
          if (view !== undefined) views.push(view);
          if (view?.progress === undefined || chosenMeanwhile === undefined || current.change === chosenMeanwhile) return;
          current = { ...target, change: chosenMeanwhile, title: 'another change' };
          chosen.fire();
        },
      },
    );
    const last = () => views.at(-1);
    session.receive({ type: 'ready' });
    await eventually(last, view => view?.samples !== undefined || view?.refused !== undefined);
    if (last()?.refused === undefined) {
      session.receive({ type: 'run', state });
      const isOver = (view: VerifyView | undefined) => view?.result !== undefined || (view?.samples?.problems.length ?? 0) > 0;
      if (chosenMeanwhile !== undefined) await eventually(last, view => view?.change === 'another change' && view.sides.length > 0);
      else if (confirmed) await eventually(last, view => isOver(view) && view?.progress === undefined);
      else
        await eventually(
          () => confirmations.length,
          count => count > 0,
        );
    }
    session.dispose();
    chosen.dispose();
    return { view: last(), views, confirmations, asked: started.asked };
  }

  const savedResults = async () => {
    const bytes = await Promise.resolve(vscode.workspace.fs.readFile(verificationFileOf(folder()))).catch(() => undefined);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };

  it('goes on to what was chosen while a run went on, once that is over and saved', async () => {
    const { view } = await verify({ chosenMeanwhile: { kind: 'model', model: 'openai/gpt-5.4-mini' } });
    assert.deepEqual(
      view?.sides.map(({ model }) => model),
      ['gpt-5.4', 'gpt-5.4-mini'],
    );
    assert.equal(view?.result, undefined);
    assert.match((await savedResults()) ?? '', /gpt-6-luna/);
  });

  it('asks both models through the endpoint of the settings, and keeps figures alone', async () => {
    const { view, confirmations, asked } = await verify({
      script: ({ user, model }) => ({ text: user === 'two' && model === 'gpt-6-luna' ? 'delivery' : 'billing' }),
    });
    assert.match(view?.result?.verdict ?? '', /^3 of 4 agree, 95% interval 30–95%/);
    assert.equal(confirmations.length, 1);
    assert.ok(confirmations[0]?.includes(server?.host ?? 'no host'));
    assert.equal(asked.length, 8);
    assert.ok(asked.every(({ headers }) => headers.authorization === `Bearer ${KEY}`));
    const saved = await savedResults();
    assert.ok(saved !== undefined);
    const [result] = readVerifications(saved) ?? [];
    assert.deepEqual([result?.path, result?.compared, result?.agreeing], ['verified.py', 4, 3]);
    for (const text of [KEY, 'billing', 'three', 'classify']) assert.ok(!saved.includes(text), text);
  });

  it('sends nothing without a yes, and nothing beyond the limit', async () => {
    assert.equal((await verify({ confirmed: false })).asked.length, 0);
    await server?.close();
    const { view, asked } = await verify({ state: { ...TYPED, limitUsd: 0.0001 } });
    assert.equal(asked.length, 0);
    assert.match(view?.samples?.problems.join() ?? '', /more than may be spent\. Raise the limit\./);
    assert.equal(await savedResults(), undefined);
  });

  it('compares a request with itself as a change of its words would make it', async () => {
    const from = CODE.indexOf('Please note: ');
    const edits = [
      { uri: vscode.Uri.joinPath(folder(), 'verified.py').toString(), start: from, end: from + 'Please note: c'.length, newText: 'C' },
    ];
    const { view, asked } = await verify({ change: { kind: 'edits', edits } });
    assert.match(view?.result?.verdict ?? '', /^4 of 4 agree/);
    const systems = new Set(asked.map(({ body }) => JSON.stringify(body.messages).replace(/,\{"role":"user".*/, '')));
    assert.equal(systems.size, 2);
    assert.ok(asked.every(({ model }) => model === 'gpt-5.4'));
    assert.equal((await own.analysisOf(await vscode.workspace.openTextDocument(file ?? folder()))).quotes.length, 1);
  });

  for (const [what, script, says] of [
    ['the key is wrong', () => ({ status: 401, message: `bad ${KEY}` }), /refused the key/],
    ['the model is not there', () => ({ status: 404, message: 'no' }), /knows no such address or model/],
    ['the quota is gone', () => ({ status: 429, message: 'no', code: 'insufficient_quota' }), /used up/],
    ['the host hangs up', () => 'hangs up', /could not be reached/],
  ] as const satisfies readonly (readonly [string, () => Scripted, RegExp])[])
    it(`says so in a sentence when ${what}, without the key`, async () => {
      const { view, views } = await verify({ script });
      assert.match(view?.result?.stopped ?? '', says);
      assert.equal(view?.result?.kind, 'none');
      assert.ok(!JSON.stringify(views).includes(KEY));
    });

  it('says what is missing before anything is asked', async () => {
    const none = await verify({ state: { ...TYPED, typed: '' } });
    assert.match(none.view?.samples?.problems[0] ?? '', /no samples/);
    await server?.close();
    const unpriced = await verify({ state: { ...TYPED, criterion: 'judge', judge: 'no-such-model' } });
    assert.match(unpriced.view?.samples?.problems[0] ?? '', /costs is not known/);
    assert.equal(unpriced.asked.length, 0);
  });

  it('can’t be led to another host by a workspace', async () => {
    const workspace = vscode.workspace.getConfiguration('promptfare');
    await assert.rejects(async () =>
      workspace.update('verify.endpoints', { openai: 'https://elsewhere.example' }, vscode.ConfigurationTarget.Workspace),
    );
  });

  it('asks models that VS Code offers, of which it knows the answers and no money', async function () {
    if (!('registerLanguageModelChatProvider' in vscode.lm)) this.skip();
    await vscode.commands.executeCommand('promptfareTests.offerModel', 'sorts');
    await eventually(
      () => vscode.lm.selectChatModels(),
      models => models.length > 0,
    );
    const { view, confirmations, asked } = await verify({
      state: { ...TYPED, todayRoute: 'editor:scribe', changedRoute: 'editor:scribe' },
    });
    await vscode.commands.executeCommand('promptfareTests.offerModel', 'none');
    assert.match(view?.result?.verdict ?? '', /^4 of 4 agree/);
    assert.ok(!view?.result?.figures.some(({ measure }) => /Cost|Length/.test(measure)));
    assert.match(confirmations[0] ?? '', /through VS Code\? .*counts towards your plan/s);
    assert.equal(asked.length, 0);
  });
});

describe('exporting the routing of a workspace', function () {
  this.timeout(120_000);
  afterEach(closeEditors);

  it('writes the file that was asked for, and opens it', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'litellm.yaml');
    try {
      await vscode.commands.executeCommand(COMMANDS.exportRouting, { fileName: 'litellm.yaml', uri: uri.toString() });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.match(text, /model_list:/);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});
