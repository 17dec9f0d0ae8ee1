import { usdPerThousandText } from '../present/finding-money';
import { isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import { entryArgument } from '../request/as-record';
import type { CallSite } from '../request/call-site';
import { toPieces } from '../request/pieces';
import { snakeCase } from '../routing/stated-parameters';
import type { Argument, Entry, Hole, Value } from '../source/values';
import { changesText } from './how-often';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';
import { difference } from './saving';

export const rule: Rule = {
  id: 'no-volatile-cache-key',
  summary: 'A cache key with a value that changes from call to call, so that no two calls share a cache',
  defaultSeverity: 'hint',
  reveals: [],
  check,
};

/** Direct arguments (and properties of .NET's options), then where headers and options hold one. xAI routes by the header. */
const ARGUMENTS = ['prompt_cache_key', 'promptCacheKey', 'PromptCacheKey'];
const INSIDE: readonly (readonly string[])[] = [
  ['extra_body', 'prompt_cache_key'],
  ['model_kwargs', 'prompt_cache_key'],
  ['modelKwargs', 'prompt_cache_key'],
  ['providerOptions', 'openai', 'promptCacheKey'],
  ['extra_headers', 'x-grok-conv-id'],
  ['headers', 'x-grok-conv-id'],
];

interface Key {
  readonly name: string;
  readonly value: Value;
  /** As a direct argument of the call. */
  readonly argument?: Argument;
}

function check(context: RuleContext): readonly Draft[] {
  const { quote } = context;
  const { site } = quote;
  if (site.kind === 'prompt-file' || site.isWrapper || !hasPrefix(quote)) return [];
  const key = keyOf(site);
  const hole = key && changing(key.value);
  if (key === undefined || hole === undefined) return [];
  const at = hole.at.uri === site.at.uri ? hole.at : site.calleeAt;
  const related = hole.at.uri === site.at.uri ? {} : { related: { at: hole.at, message: `${hole.label} stands here` } };
  const message = `${stake(quote, hole.proven)}\`${key.name}\` says which calls share a cache, and \`${hole.label}\` in it ${changesText(hole)}, so none do. Name what the calls have in common: the prompt, or the conversation.`;
  const base = { at, ...related, message, certainty: hole.proven ? 'confirmed' : 'suspected' } as const;
  const stable = stablePart(key.value);
  const fix = stable === undefined || key.argument === undefined ? undefined : fixOf(context, key.name, key.argument, stable);
  return fix === undefined
    ? [
        {
          ...base,
          fixes: [],
          unfixable: 'Which calls should share a cache is not in the code: give all that send the same prompt the same key.',
        },
      ]
    : [{ ...base, fixes: [fix] }];
}

/** There is something to share, among all calls or within a conversation. */
function hasPrefix({ model, prefix }: SiteQuote): boolean {
  const { mode, minimumTokens = 0 } = model?.caching ?? { mode: 'none' };
  return mode !== 'none' && Math.max(prefix.byScope.allCalls.high, prefix.byScope.oneConversation.high) >= minimumTokens;
}

function keyOf({ parameters }: CallSite): Key | undefined {
  for (const name of ARGUMENTS) {
    const argument = parameters[name];
    if (argument !== undefined) return { name, value: argument.value, argument };
  }
  for (const path of INSIDE) {
    const [first = '', ...inner] = path;
    const value = inner.reduce<Value | undefined>((outer, each) => entryArgument(outer, each), parameters[first]?.value);
    if (value !== undefined) return { name: path[path.length - 1] ?? '', value };
  }
  return undefined;
}

function changing(value: Value): Hole | undefined {
  const holes = toPieces(value).flatMap(piece => (piece.kind === 'hole' ? [piece] : []));
  return holes.find(({ volatility }) => volatility === 'call' || volatility === 'turn');
}

/** What the key says besides: `support` of `f"support-{uuid4()}"`. */
function stablePart(value: Value): string | undefined {
  const pieces = toPieces(value);
  const [first] = pieces;
  if (
    first?.kind !== 'text' ||
    pieces.slice(1).some(piece => piece.kind !== 'hole' && !(piece.kind === 'text' && /^\W*$/.test(piece.text.text)))
  )
    return undefined;
  const name = first.text.text.replace(/(?<![\W_])[\W_]+$/, '');
  return /^[a-z][\w.:/-]{2,}$/i.test(name) ? name : undefined;
}

function fixOf({ quote: { site }, writers }: RuleContext, name: string, { at }: Argument, stable: string): DraftFix | undefined {
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  const written = writtenIn(site, name);
  if (text === undefined || printer === undefined || written === undefined || written.at.start !== at.start || site.via.length > 0)
    return undefined;
  return {
    title: `Make the key “${stable}” in every call`,
    effect: 'caching',
    preferred: false,
    edits: () => printer.replaceValue(text, { name, value: written.value, at: written.at }, () => stable),
  };
}

function writtenIn({ call }: CallSite, name: string): Argument | Entry | undefined {
  const args = call?.args ?? [];
  const entries = args.flatMap(({ value }) => (value.kind === 'record' ? value.entries : []));
  // Options that are made in the call have theirs in its braces.
  const settings = args.flatMap(({ value }) => (value.kind === 'call' ? value.args : []));
  // A builder's method is named as its language names methods.
  return (
    [...args, ...settings].find(argument => argument.name !== undefined && snakeCase(argument.name) === snakeCase(name)) ??
    entries.find(entry => entry.key === name)
  );
}

function stake({ inputUsd, cachedInputUsd }: SiteQuote, proven: boolean): string {
  if (!isKnown(inputUsd) || !isKnown(cachedInputUsd)) return '';
  const most = difference(inputUsd, cachedInputUsd, '');
  return most.value > 0 ? `Up to ${usdPerThousandText(most)} per 1,000 calls ${proven ? '' : 'perhaps '}wasted: ` : '';
}
