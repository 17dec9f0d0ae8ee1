import { promptTargetsIn } from '../../core/present/senders';
import type { PromptTarget } from '../../core/quote/prompt-target';
import { addressOf } from '../file-address';
import type { FileResult } from './scan-work';

/** A prompt file that names no model, and is counted once more now that it is known what calls send it to. */
export interface TargetedPrompt {
  readonly path: string;
  readonly target: PromptTarget;
  /** Under which the result is kept, beside that of the file by itself. */
  readonly key: string;
}

interface Scanned {
  readonly path: string;
  readonly shown?: string;
}

const BEHIND_PATH = '\0';

/** The prompt files that all known calls send to one model, which no prompt file says by itself. */
export function targetedPrompts(files: readonly Scanned[], results: ReadonlyMap<string, FileResult>): readonly TargetedPrompt[] {
  const spends = files.flatMap(({ path, shown = path }) => {
    const analysis = results.get(path)?.analysis;
    return analysis === undefined ? [] : [{ uri: analysis.uri, path: shown, quotes: analysis.quotes, findings: [] }];
  });
  const targets = new Map(promptTargetsIn(spends).map(target => [target.uri, target]));
  if (targets.size === 0) return [];
  return files.flatMap(({ path }) => {
    const target = targets.get(addressOf(path));
    return target === undefined ? [] : [{ path, target, key: `${path}${BEHIND_PATH}${JSON.stringify([target.provider, target.model])}` }];
  });
}

export function fileOfKey(key: string): string {
  const end = key.indexOf(BEHIND_PATH);
  return end === -1 ? key : key.slice(0, end);
}
