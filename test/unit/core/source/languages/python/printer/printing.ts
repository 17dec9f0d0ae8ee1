import assert from 'node:assert/strict';
import { applyEdits, type Edit, isRefusal, type Refusal } from '../../../../../../../src/core/source/edit';
import type { CodeSummary } from '../../../../../../../src/core/source/summary';
import type { Call } from '../../../../../../../src/core/source/values';
import type { ReadPython } from '../read-python';

/** The edited text, which has to be whole Python again; or the refusal. */
export function edited(read: ReadPython, text: string, result: readonly Edit[] | Refusal): string {
  if (isRefusal(result)) return `refused: ${result.refused}`;
  const after = applyEdits(text, result);
  assert.deepEqual(read(after).problems, [], after);
  return after;
}

export function firstCall(summary: CodeSummary): Call {
  const call = summary.calls[0]?.call;
  if (call === undefined) throw new Error('no call');
  return call;
}
