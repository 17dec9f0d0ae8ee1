import type { LinkMemory } from '../../core/link/memory';
import * as pipeline from '../../core/pipeline';
import type { Analysed } from '../../core/quote/analysed';
import type { QuoteEnvironment } from '../../core/quote/environment';
import type { Uri } from '../../core/source/span';
import type { FixTexts } from '../fix-rounds';
import type { ReplacedText } from '../replaced-texts';
import { uriKey } from '../uri-key';
import type { DiskStore } from './disk-store';

/** The files of the disk with changes that nobody else sees. `asItIs`: what was found in the file without any. */
export function changedFiles(store: DiskStore, asItIs: Analysed, environment: QuoteEnvironment, memory: LinkMemory): FixTexts {
  return {
    textOf: uri => store.textOf(uri),
    async analyse(root, changed) {
      if (changed.size === 0) return asItIs;
      const replaced = new Map<string, ReplacedText>();
      for (const [uri, text] of changed) replaced.set(uriKey(uri), { text, summarized: await store.summarizeAs(uri, text) });
      const of = (uri: Uri) => replaced.get(uriKey(uri));
      const files = {
        get(uri: Uri) {
          const other = of(uri);
          return other === undefined ? store.get(uri) : other.summarized.summary;
        },
      };
      const textOf = (uri: Uri) => of(uri)?.text ?? store.textOf(uri);
      return pipeline.quote(pipeline.link(root, files, memory), 0, { ...environment, textOf }, files);
    },
  };
}
