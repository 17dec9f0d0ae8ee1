import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, lensTitles, openFile, writeFile } from './editor-steps';
import { note } from './notes';
import { ownService } from './own-service';
import { CALL } from './samples';

const FILLER = Array.from({ length: 70_000 }, (_, index) => `# Line ${index} of a long file that says nothing of language models, ever.`);
const LARGE = [...FILLER, CALL].join('\n');
/** Of the cap. The whole document's text is not asked for: that alone takes the host a while. */
const CAP_LINE = LARGE.slice(0, LARGE.indexOf('max_completion_tokens')).split('\n').length - 1;
/** Both generous: on a busy machine any thread may wait so long. */
const MOST_MS = { gapBeyondVsCode: 500, slice: 50 };
/** What is slow by itself is slow each time, and what waits for something else on the machine is not. */
const MOST_TRIES = 3;

describe('a Python file of 5 MB', function () {
  this.timeout(180_000);
  const written: vscode.Uri[] = [];
  before(async () => {
    assert.ok(LARGE.length > 5_000_000);
    written.push(await writeFile('large.sql', LARGE), await writeFile('large.py', LARGE));
  });
  afterEach(closeEditors);
  after(async () => {
    for (const uri of written) await vscode.workspace.fs.delete(uri);
  });

  it('is opened, read and edited without holding up the extension host', async () => {
    const excess = await leastOf(async () => {
      // What VS Code itself takes for such a document, in a language that nobody here reads.
      const alone = await longestGap(async () => setCap(await openFile('large.sql'), 777));
      await closeEditors();
      const withUs = await longestGap(openReadAndEdit);
      await closeEditors();
      note(`5 MB: longest gap of a 5 ms timer ${withUs.toFixed(0)} ms; VS Code alone ${alone.toFixed(0)} ms`);
      return withUs - alone;
    }, MOST_MS.gapBeyondVsCode);
    assert.ok(excess < MOST_MS.gapBeyondVsCode, `${excess} ms more than without us`);
  });

  it('is handed to the worker in short slices', async () => {
    const document = await openFile('large.py');
    const longest = await leastOf(async () => {
      const own = ownService();
      try {
        const slices = await slicesUntil(own.service.process, () => own.analysisOf(document));
        assert.ok(slices.length > 20, `${slices.length} slices`);
        // One may be held up by something else on the machine.
        const [longest = 0, next = 0] = [...slices].sort((a, b) => b - a);
        note(`5 MB: ${slices.length} slices, the longest ${longest.toFixed(1)} ms, then ${next.toFixed(1)} ms`);
        return next;
      } finally {
        own.dispose();
      }
    }, MOST_MS.slice);
    assert.ok(longest < MOST_MS.slice, `${longest} ms`);
  });
});

async function openReadAndEdit(): Promise<void> {
  const document = await openFile('large.py');
  await eventually(
    () => lensTitles(document),
    titles => titles.length === 1,
  );
  for (const cap of [777, 778, 779]) await setCap(document, cap);
  await eventually(
    () => lensTitles(document),
    ([title]) => title?.includes('≤779 out') === true,
  );
}

/** The least of a few tries, of which the first that is below `most` is the last. */
async function leastOf(measure: () => Promise<number>, most: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < MOST_TRIES && least >= most; tries++) least = Math.min(least, await measure());
  return least;
}

async function setCap(document: vscode.TextDocument, cap: number): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.lineAt(CAP_LINE).range, `        max_completion_tokens=${cap},`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The longest time in which a timer of 5 ms did not get its turn, in milliseconds. */
async function longestGap(act: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  try {
    await act();
    await new Promise(resolve => setTimeout(resolve, 50));
  } finally {
    clearInterval(timer);
  }
  return longest;
}

/** How long each of the feed's turns took until its message was posted, in milliseconds. */
async function slicesUntil(worker: { post(message: never): void }, act: () => Promise<unknown>): Promise<readonly number[]> {
  const slices: number[] = [];
  const nextTurn = globalThis.setImmediate;
  const post = worker.post.bind(worker);
  let began: number | undefined;
  const timed = (resolve: () => void) =>
    nextTurn(() => {
      began = performance.now();
      resolve();
    });
  Object.assign(globalThis, { setImmediate: timed });
  Object.assign(worker, {
    post(message: never) {
      post(message);
      if (began !== undefined) slices.push(performance.now() - began);
      began = undefined;
    },
  });
  try {
    await act();
  } finally {
    Object.assign(globalThis, { setImmediate: nextTurn });
  }
  return slices;
}
