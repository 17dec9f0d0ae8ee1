import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as pipeline from '../../../src/core/pipeline';
import { createCatalogue } from '../../../src/core/prices/catalogue';
import type { Uri } from '../../../src/core/source/span';
import { loadCounters } from '../../../src/node/encodings';
import { createGrammars } from '../../../src/node/grammars';
import { sdkGate } from '../../../src/node/sdk-gate';
import { WorkerSession } from '../../../src/node/worker-session';
import type { FromWorker } from '../../../src/protocol/worker';

type Arrived = Extract<FromWorker, { type: 'analysis' }>['analysis'];

const PROMPTS = 'SYSTEM = "You answer in one sentence."\nMODEL = "gpt-5.4"\n';
const APP = `from openai import OpenAI
from prompts import MODEL, SYSTEM

client = OpenAI()


def ask(question):
    return client.chat.completions.create(model=MODEL, max_completion_tokens=100, messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}])
`;

/** Opens a file of a workspace whose files only the host can read, and gives what is said of it in the end. */
async function analyse(uri: Uri, text: string, files: Readonly<Record<Uri, string>>): Promise<Arrived> {
  const asked: Uri[] = [];
  let latest: Arrived | undefined;
  const session = new WorkerSession({
    pipeline,
    grammars: createGrammars(),
    counters: loadCounters(),
    gate: sdkGate,
    createCatalogue,
    now: () => new Date('2026-11-20T12:00:00Z'),
    post: message => {
      if (message.type === 'analysis') latest = structuredClone(message.analysis);
      if (message.type === 'need-file') asked.push(...message.uris);
    },
  });
  const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
  session.receive({ type: 'configure', settings, userPrices: undefined, refreshedPrices: undefined, workspaceFiles: [], revision: 1 });
  session.receive({ type: 'open', uri, languageId: 'python', version: 1, chunk: text, first: true, last: true });
  const answered = new Set<Uri>();
  for (let round = 0; round < 50; round++) {
    // What was supplied is read before anything is analysed anew.
    await setTimeout(20);
    await session.idle();
    const open = asked.filter(one => !answered.has(one));
    if (open.length === 0) break;
    for (const one of open) {
      answered.add(one);
      session.receive({ type: 'file', uri: one, text: files[one] ?? null });
    }
  }
  assert.ok(latest);
  return latest;
}

describe('a workspace whose files are not on disk', () => {
  for (const root of ['vscode-vfs://github/acme/desk', 'memfs:/desk']) {
    it(`has calls whose model and prompt stand in another of its files (${root})`, async () => {
      const { quotes } = await analyse(`${root}/app.py`, APP, { [`${root}/prompts.py`]: PROMPTS });
      assert.deepEqual(
        quotes.map(({ site }) => [site.model.value, site.isWrapper]),
        [['gpt-5.4', false]],
      );
    });
  }
});
