// Runs inside of the extension host, once a window is at rest: writes what the host noted of the activation of each extension.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

/** One extension, in milliseconds. */
export interface ActivationMarks {
  readonly id: string;
  /** When its code began to load. */
  readonly from: number;
  /** Reading, compiling and running its code. */
  readonly load: number;
  /** From the call of activate() until the host has seen its end. */
  readonly activate: number;
}

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

const PATIENCE_MS = 60_000;
const REST_MS = 5_000;
const WILL_LOAD = 'code/extHost/willLoadExtensionCode/';

export async function run(): Promise<void> {
  const own = vscode.extensions.all.find(extension => extension.id === 'promptfare.promptfare');
  for (const end = Date.now() + PATIENCE_MS; own?.isActive !== true && Date.now() < end; ) await wait(200);
  await wait(REST_MS);
  writeFileSync(path.join(__dirname, 'activation.json'), JSON.stringify(marksOfAll()));
}

function marksOfAll(): readonly ActivationMarks[] {
  const host = globalThis as { readonly MonacoPerformanceMarks?: { getMarks(): readonly Mark[] } };
  const marks = host.MonacoPerformanceMarks?.getMarks() ?? performance.getEntriesByType('mark');
  const times = new Map(marks.map(({ name, startTime }) => [name, startTime]));
  return marks.flatMap(({ name, startTime: from }) => {
    if (!name.startsWith(WILL_LOAD)) return [];
    const id = name.slice(WILL_LOAD.length);
    const loaded = times.get(`code/extHost/didLoadExtensionCode/${id}`);
    const called = times.get(`code/extHost/willActivateExtension/${id}`);
    const ended = times.get(`code/extHost/didActivateExtension/${id}`);
    if (loaded === undefined || called === undefined || ended === undefined) return [];
    return [{ id, from, load: loaded - from, activate: ended - called }];
  });
}
