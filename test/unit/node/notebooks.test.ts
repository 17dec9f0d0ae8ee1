import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as pipeline from '../../../src/core/pipeline';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import { applyEdits, isRefusal } from '../../../src/core/source/edit';
import type { Span, Uri } from '../../../src/core/source/span';
import { loadCounters } from '../../../src/node/encodings';
import { createGrammars } from '../../../src/node/grammars';
import { sdkGate } from '../../../src/node/sdk-gate';
import { WorkerSession } from '../../../src/node/worker-session';
import type { FromWorker, ToWorker } from '../../../src/protocol/worker';

const NOTEBOOK = 'file:///project/evaluation.ipynb';
const cellUri = (id: string): Uri => `vscode-notebook-cell:/project/evaluation.ipynb#${id}`;

const RULES = Array.from({ length: 150 }, (_, index) => `Rule ${index + 1}: answer in full sentences and quote the order number.`).join(
  '\n',
);
const SETUP = '%pip install openai\nfrom datetime import datetime\nfrom openai import OpenAI\n\nclient = OpenAI()\nMODEL = "gpt-5.4"\n';
const PROMPT = `SYSTEM = f"""Today is {datetime.now()}.\n${RULES}\n"""\n`;
const CALL = `!date
reply = client.chat.completions.create(
    model=MODEL,
    max_completion_tokens=200,
    messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": input()}],
)
`;

type Arrived = Extract<FromWorker, { type: 'analysis' }>;

/** An editor with one notebook open. */
class Editor {
  readonly cells = new Map<Uri, { text: string; version: number }>();
  readonly latest = new Map<Uri, Arrived>();
  readonly others: FromWorker[] = [];
  readonly session = new WorkerSession({
    pipeline,
    grammars: createGrammars(),
    counters: loadCounters(),
    gate: sdkGate,
    createCatalogue,
    now: () => new Date('2026-11-20T12:00:00Z'),
    post: message => {
      if (message.type === 'analysis') this.latest.set(message.analysis.uri, structuredClone(message));
      else this.others.push(structuredClone(message));
    },
  });

  constructor(cells: Readonly<Record<string, string>>) {
    const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
    this.send({ type: 'configure', settings, userPrices: undefined, refreshedPrices: undefined, workspaceFiles: [], revision: 1 });
    this.arrange(Object.keys(cells));
    for (const [id, text] of Object.entries(cells)) this.open(id, text);
  }

  send(message: ToWorker): void {
    this.session.receive(message);
  }

  arrange(ids: readonly string[]): void {
    this.send({ type: 'notebook', uri: NOTEBOOK, languageId: 'python', cells: ids.map(cellUri) });
  }

  open(id: string, text: string): void {
    this.cells.set(cellUri(id), { text, version: 1 });
    this.send({ type: 'open', uri: cellUri(id), languageId: 'python', version: 1, chunk: text, first: true, last: true });
  }

  replace(id: string, before: string, inserted: string): void {
    const cell = this.cells.get(cellUri(id));
    const start = cell?.text.indexOf(before) ?? -1;
    assert.ok(cell && start >= 0);
    const version = cell.version + 1;
    this.cells.set(cellUri(id), { text: cell.text.replace(before, inserted), version });
    this.send({ type: 'change', uri: cellUri(id), version, changes: [{ start, removed: before.length, inserted }] });
  }

  async analysis(id: string): Promise<Arrived['analysis']> {
    await this.session.idle();
    const arrived = this.latest.get(cellUri(id));
    assert.ok(arrived, `nothing came for ${id}`);
    return arrived.analysis;
  }

  /** What stands in the cells at a place. */
  textAt({ uri, start, end }: Span): string {
    return this.cells.get(uri)?.text.slice(start, end) ?? `nothing at ${uri}`;
  }

  async answer(message: Extract<ToWorker, { request: number }>): Promise<FromWorker> {
    await this.session.idle();
    this.send(message);
    for (;;) {
      const answer = this.others.find(other => 'request' in other && other.request === message.request);
      if (answer !== undefined) return answer;
      await nextTurn();
    }
  }
}

describe('a notebook in the editor', function () {
  this.timeout(60_000);

  it('is one unit: what earlier cells say counts, and each thing stands in its cell', async () => {
    const editor = new Editor({ setup: SETUP, prompt: PROMPT, call: CALL });
    const { quotes, findings, version } = await editor.analysis('call');
    assert.equal(version, 1);
    const [quote] = quotes;
    assert.ok(quote && quotes.length === 1);
    assert.deepEqual(quote.site.model.value, 'gpt-5.4');
    assert.match(editor.textAt(quote.site.at), /^client\.chat\.completions\.create\(.*\)$/s);
    assert.equal(quote.site.at.uri, cellUri('call'));
    assert.ok(quote.parts.some(part => part.at.uri === cellUri('prompt')));
    const [finding] = findings.filter(({ rule }) => rule === 'no-dynamic-prefix');
    assert.ok(finding);
    assert.equal(finding.at.uri, cellUri('prompt'));
    assert.match(editor.textAt(finding.at), /datetime\.now\(\)/);
    const inPrompt = await editor.analysis('prompt');
    assert.deepEqual(
      inPrompt.findings.map(({ rule, at }) => [rule, at]),
      findings.map(({ rule, at }) => [rule, at]),
    );
    assert.deepEqual((await editor.analysis('setup')).findings, []);
  });

  it('is fixed in the cell that needs it', async () => {
    const editor = new Editor({ setup: SETUP, prompt: PROMPT, call: CALL });
    const { findings } = await editor.analysis('prompt');
    const fix = findings.flatMap(finding => finding.fixes)[0];
    assert.ok(fix);
    const answer = await editor.answer({ type: 'edit', request: 1, uri: cellUri('prompt'), version: 1, fixId: fix.id });
    assert.ok(answer.type === 'edit' && !isRefusal(answer.result), JSON.stringify(answer));
    for (const { uri } of answer.result) assert.equal(uri, cellUri('prompt'));
    const fixed = applyEdits(PROMPT, answer.result);
    assert.ok(fixed.indexOf('datetime.now()') > fixed.indexOf('Rule 150:'), fixed);
    const outdated = await editor.answer({ type: 'edit', request: 2, uri: cellUri('prompt'), version: 2, fixId: fix.id });
    assert.ok(outdated.type === 'edit' && isRefusal(outdated.result));
  });

  it('follows edits of any cell, and tells every cell which others it rests on', async () => {
    const editor = new Editor({ setup: SETUP, prompt: PROMPT, call: CALL });
    await editor.analysis('call');
    editor.replace('setup', 'gpt-5.4', 'gpt-6-luna');
    assert.equal((await editor.analysis('call')).quotes[0]?.site.model.value, 'gpt-6-luna');
    assert.equal(editor.latest.get(cellUri('call'))?.versions?.[cellUri('setup')], 2);
    assert.equal((await editor.analysis('setup')).version, 2);
  });

  it('follows cells that come, go and change places', async () => {
    const editor = new Editor({ setup: SETUP, prompt: PROMPT, call: CALL });
    await editor.analysis('call');
    editor.arrange(['setup', 'prompt', 'model', 'call']);
    editor.open('model', 'MODEL = "gpt-4o"\n');
    assert.equal((await editor.analysis('call')).quotes[0]?.site.model.value, 'gpt-4o');
    editor.arrange(['model', 'setup', 'prompt', 'call']);
    assert.equal((await editor.analysis('call')).quotes[0]?.site.model.value, 'gpt-5.4');
    editor.arrange(['model', 'prompt', 'call']);
    editor.send({ type: 'close', uri: cellUri('setup') });
    assert.equal((await editor.analysis('call')).quotes[0]?.site.model.value, 'gpt-4o');
  });

  it('waits until all of its cells have come', async () => {
    const editor = new Editor({});
    editor.arrange(['setup', 'prompt', 'call']);
    editor.open('call', CALL);
    editor.open('setup', SETUP);
    await editor.session.idle();
    assert.equal(editor.latest.size, 0);
    editor.open('prompt', PROMPT);
    assert.equal((await editor.analysis('call')).quotes.length, 1);
  });

  it('asks for a cell again whose text has drifted away, and explains by the cell', async () => {
    const editor = new Editor({ setup: SETUP, prompt: PROMPT, call: CALL });
    const { quotes } = await editor.analysis('call');
    const identity = quotes[0]?.site.identity ?? '';
    const explained = await editor.answer({ type: 'explain', request: 3, uri: cellUri('call'), identity });
    assert.ok(explained.type === 'explain' && explained.lines.some(line => line.includes('gpt-5.4')), JSON.stringify(explained));
    editor.send({ type: 'change', uri: cellUri('prompt'), version: 9, changes: [{ start: 10_000_000, removed: 1, inserted: '' }] });
    assert.deepEqual(
      editor.others.filter(message => message.type === 'reopen'),
      [{ type: 'reopen', uri: cellUri('prompt') }],
    );
    editor.open('prompt', PROMPT.replace('Today is {datetime.now()}.', 'You answer questions about orders.'));
    assert.deepEqual((await editor.analysis('call')).findings, []);
  });
});
