import type { RequestTokens } from './call-cost';
import { type Corner, costEnd, savingEnd } from './corners';
import type { Levers } from './scenario';
import { estimateOf, type Stated } from './stated';
import { byRequestPart, type Workload } from './workload';

/** The tokens of the first call once the levers on tokens are pulled; the history of a conversation is the turns'. */
export function changedTokens(workload: Workload, levers: Levers, corner: Corner): RequestTokens {
  return byRequestPart(part => {
    const tokens = costEnd(workload.tokens[part], corner);
    switch (part) {
      case 'output':
        return changed(tokens, levers.output?.tokens, corner);
      case 'reasoning':
        return changed(tokens, levers.output?.reasoningTokens, corner);
      default: {
        const kept = part === 'retrieved' && levers.retrieval !== undefined ? estimateOf(levers.retrieval.keep, '')[corner] : 1;
        return tokens * (1 - cut(levers.compression?.[part], corner)) * kept;
      }
    }
  });
}

function cut(share: Stated | undefined, corner: Corner): number {
  return share === undefined ? 0 : savingEnd(estimateOf(share, ''), corner);
}

function changed(tokens: number, stated: Stated | undefined, corner: Corner): number {
  return stated === undefined ? tokens : estimateOf(stated, '')[corner];
}
