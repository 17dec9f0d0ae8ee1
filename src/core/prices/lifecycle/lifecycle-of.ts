import { anthropicNotices } from './anthropic';
import { deepseekNotices } from './deepseek';
import { googleNotices } from './google';
import type { Lifecycle, LifecycleNotice } from './lifecycle';
import { mistralNotices } from './mistral';
import { openaiNotices } from './openai';
import { xaiNotices } from './xai';

const NOTICES: Readonly<Record<string, readonly LifecycleNotice[]>> = {
  anthropic: anthropicNotices,
  openai: openaiNotices,
  google: googleNotices,
  deepseek: deepseekNotices,
  mistral: mistralNotices,
  'x-ai': xaiNotices,
};

const BY_ID: ReadonlyMap<string, LifecycleNotice> = new Map(
  Object.entries(NOTICES).flatMap(([maker, notices]) =>
    notices.flatMap(notice => notice.ids.map(id => [keyOf(maker, id), notice] as const)),
  ),
);

/** A model whose life its maker has spoken of, and the form of the id under which it did. */
export interface FoundLifecycle {
  readonly maker: string;
  readonly form: string;
  readonly lifecycle: Lifecycle;
}

/**
 * What is known of a model's life at its maker, on a day. Other sellers have schedules of their own. `forms`: of the id, most exact
 * first, so that a snapshot's date goes before the alias'. Without a maker, the one that alone knows the id.
 */
export function lifecycleOf(maker: string | undefined, forms: readonly string[], at: Date): FoundLifecycle | undefined {
  const makers = maker === undefined ? Object.keys(NOTICES) : [maker];
  for (const form of forms) {
    const [found, other] = makers.filter(each => BY_ID.has(keyOf(each, form)));
    if (found === undefined || other !== undefined) continue;
    const notice = BY_ID.get(keyOf(found, form));
    if (notice !== undefined) return { maker: found, form, lifecycle: lifecycleAt(found, notice, at) };
  }
  return undefined;
}

function lifecycleAt(maker: string, notice: LifecycleNotice, at: Date): Lifecycle {
  const { shutdown, replacementSource, proviso, source, checked, thirdParty } = notice;
  const replacement = inService(maker, notice.replacement, at);
  return {
    state: stateAt(notice, at),
    ...(shutdown === undefined ? {} : { shutdown }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(replacement === undefined || replacementSource === undefined ? {} : { replacementSource }),
    ...(proviso === undefined ? {} : { proviso }),
    source,
    checked,
    thirdParty,
  };
}

function stateAt({ shutdown, deprecated }: LifecycleNotice, at: Date): Lifecycle['state'] {
  if (shutdown === undefined) return deprecated === true ? 'deprecated' : 'current';
  return at.getTime() >= Date.parse(`${shutdown}T00:00:00Z`) ? 'retired' : 'deprecated';
}

/** Successors of successors, until one is in service. More than this many are no succession. */
const MOST_SUCCESSORS = 5;

function inService(maker: string, replacement: string | undefined, at: Date): string | undefined {
  let id = replacement;
  for (let step = 0; id !== undefined && step < MOST_SUCCESSORS; step++) {
    const notice = BY_ID.get(keyOf(maker, id));
    if (notice === undefined || stateAt(notice, at) === 'current') return id;
    id = notice.replacement;
  }
  return undefined;
}

function keyOf(maker: string, id: string): string {
  return `${maker}/${id}`;
}
