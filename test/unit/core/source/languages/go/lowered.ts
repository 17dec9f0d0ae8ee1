import { adapter } from '../../../../../../src/core/source/languages/go/index';
import type { CodeSummary } from '../../../../../../src/core/source/summary';
import { loadParser } from '../../../../parse-source';

export const uri = 'file:///project/app.go';

/** Lowers source text; load it once in a `before` hook. */
export async function loadGo(): Promise<(text: string) => CodeSummary> {
  const parse = await loadParser('go');
  return text => adapter.lower({ uri, text, language: 'go', root: parse(text) });
}
