import type { MeasuredCall } from '../quote/measured';
import type { Uri } from '../source/span';
import { pathIn } from '../workspace-file/stated';
import type { Verification } from './verification';

/** Results of the calls of one file. */
export function verificationsOf(results: readonly Verification[], folder: Uri, uri: Uri, identity: string): readonly Verification[] {
  const path = pathIn(folder, uri);
  return path === undefined ? [] : results.filter(result => result.path === path && result.identity === identity);
}

/** The real counts in them, as facts for quotes. */
export function measuredBy(results: readonly Verification[], folder: Uri): readonly MeasuredCall[] {
  const root = folder.replace(/(?<!\/)\/+$/, '');
  return results.flatMap(({ path, identity, today, changed }) =>
    [today, changed].flatMap(({ model, fingerprint, outputTokens, inputFactor, samples }): MeasuredCall[] => {
      if (outputTokens === undefined) return [];
      const uri = `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
      const factor = inputFactor === undefined ? {} : { inputFactor };
      return [{ uri, identity, model, outputTokens, ...factor, samples, from: 'verification', fingerprint }];
    }),
  );
}
