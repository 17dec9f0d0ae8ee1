import { usdPerThousandText, usdText } from '../present/finding-money';
import { numeralsOf } from '../present/numerals';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { Fault } from './ineffective-breakpoint';

/** What is wrong, then what it costs. */
export function describeFault(quote: SiteQuote, fault: Fault, saving: Estimate | undefined): string {
  const wasted = saving === undefined ? '' : ` About ${usdPerThousandText(saving)} per 1,000 calls wasted.`;
  const id = quote.model?.id ?? 'this model';
  switch (fault.kind) {
    case 'too early':
      return `This cache breakpoint caches nothing: ${numeralsOf().tokens(fault.tokens)} tokens stand before it, and ${id} caches from ${fault.minimumTokens.toLocaleString('en')} on.${couldSave(saving)}`;
    case 'behind a change':
      return `Nobody reads what this cache breakpoint writes: \`${fault.hole.label}\` stands before it and ${fault.hole.proven ? 'changes' : 'may change'} with every call.${wasted}`;
    case 'too many':
      return `${fault.count} cache breakpoints: a request may have four${quote.model?.caching?.mode === 'explicit' ? ', and is refused with more' : ', and the first are left out'}.`;
    case 'on each':
      return 'A cache breakpoint on each message of a list: a request may have four, and is refused with more.';
    case 'never read':
      return `Nobody reads what this cache breakpoint writes: the call is made once each time that the file is started.${premium(quote)}`;
    case 'too brief':
      return `At the stated traffic ${percent(fault.hitShare)} of calls come within the 5 minutes that this cache breakpoint lasts. Within an hour ${percent(fault.longHitShare)} would, which more than pays for its dearer write.${wasted}`;
    case 'rarely read':
      return `At the stated traffic only ${percent(fault.hitShare)} of calls read what this cache breakpoint writes, so the writes cost more than the reads save.${wasted}`;
  }
}

function couldSave(saving: Estimate | undefined): string {
  return saving === undefined ? '' : ` Behind all static text it would save about ${usdPerThousandText(saving)} per 1,000 calls.`;
}

function premium({ parts }: SiteQuote): string {
  const write = parts.find(({ label }) => label === 'cache write');
  return write !== undefined && isKnown(write.usd) ? ` The write costs ${usdText(write.usd.value)} more than plain input.` : '';
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
