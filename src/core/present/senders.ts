import type { Quote, Sender } from '../quote/analysis';
import type { PromptTarget } from '../quote/prompt-target';
import { functionName } from '../request/function-name';
import type { Uri } from '../source/span';
import { callersFound } from './callers-found';
import { modelName } from './model-name';
import { type FileSpend, sentByCalls } from './spend';

/** For each prompt file, the calls in code that send it; a wrapper's inner call leaves it to its callers where there are any. */
export function sendersIn(files: readonly FileSpend[], atCallers: ReturnType<typeof callersFound>): ReadonlyMap<Uri, readonly Sender[]> {
  const senders = new Map<Uri, Sender[]>();
  for (const { path, quotes } of files) {
    for (const quote of quotes) {
      const { kind, sendsFrom = [] } = quote.site;
      if (sendsFrom.length === 0 || kind === 'prompt-file' || kind === 'constructor' || atCallers(path, quote)) continue;
      const sender = senderOf(path, quote);
      for (const uri of new Set(sendsFrom)) {
        const known = senders.get(uri);
        if (known === undefined) senders.set(uri, [sender]);
        else known.push(sender);
      }
    }
  }
  return senders;
}

function senderOf(path: string, quote: Quote): Sender {
  const { at } = quote.site;
  const name = functionName(quote.site);
  const model = modelName(quote);
  const target = targetOf(quote);
  return { name: name || path, path, at, ...(model !== undefined && { model }), ...(target && { target }) };
}

function targetOf({ site: { provider, model } }: Quote): Sender['target'] {
  if (model.value === undefined) return undefined;
  return { model: model.value, ...(provider.value !== undefined && { provider: provider.value }) };
}

/** The model that all senders ask; undefined where they ask several, or one isn't known. */
export function commonTarget([first, ...others]: readonly Sender[]): Sender['target'] {
  const target = first?.target;
  const isSame = (other: Sender['target']) => other?.model === target?.model && other?.provider === target?.provider;
  return others.every(each => isSame(each.target)) ? target : undefined;
}

/**
 * What each prompt file that names no model is sent to, where all known calls in code ask one model: it is counted as that model counts.
 * Who calls what is looked into only where there is such a file.
 */
export function promptTargetsIn(files: readonly FileSpend[]): readonly PromptTarget[] {
  const sent = sentByCalls(files.flatMap(({ quotes }) => quotes));
  const nameless = files.filter(({ uri, quotes }) => sent.has(uri) && quotes.some(namesNoModel));
  if (nameless.length === 0) return [];
  const senders = sendersIn(files, callersFound(files));
  return nameless.flatMap(({ uri }) => {
    const target = commonTarget(senders.get(uri) ?? []);
    return target === undefined ? [] : [{ uri, ...target }];
  });
}

export function namesNoModel({ site: { kind, model } }: Quote): boolean {
  return kind === 'prompt-file' && model.provenance === 'absent';
}

/** `sent by digest (gpt-4.1)`; empty where the file names a model of its own, or nobody knows of a call that sends it. */
export function sentByText({ site, model, modelAssumed, sentBy = [] }: Quote): string {
  const [first, ...others] = sentBy;
  if (first === undefined || (site.model.provenance !== 'absent' && model !== undefined && !modelAssumed)) return '';
  if (others.length > 0) return `sent by ${sentBy.length} calls${sameModel(sentBy)}`;
  return `sent by ${first.name}${sameModel(sentBy)}`;
}

function sameModel(senders: readonly Sender[]): string {
  const models = new Set(senders.map(({ model }) => model));
  const [model] = models;
  return models.size === 1 && model !== undefined ? ` (${model})` : '';
}
