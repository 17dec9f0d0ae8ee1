import { pathMatcherOf } from '../source/formats/select/globs';

/** Which calls are meant. `path` is from the workspace folder on; undefined: any file. */
export type CallSelector =
  | { readonly kind: 'call'; readonly path?: string; readonly identity: string }
  | { readonly kind: 'feature'; readonly feature: string }
  | { readonly kind: 'glob'; readonly glob: string };

const FEATURE = 'feature:';

/** Reads `src/a.py#answer/openai-chat#0`, `#answer/openai-chat#0`, `feature:support` or `src/chat/**`. */
export function readSelector(text: string): CallSelector {
  if (text.startsWith(FEATURE)) return { kind: 'feature', feature: text.slice(FEATURE.length).trim() };
  const hash = text.indexOf('#');
  if (hash === -1) return { kind: 'glob', glob: text.replace(/^\.?\//, '') };
  const path = text.slice(0, hash).replace(/^\.?\//, '');
  const identity = text.slice(hash + 1);
  return path === '' ? { kind: 'call', identity } : { kind: 'call', path, identity };
}

/** A call as selectors see it. */
export interface NamedCall {
  /** From the workspace folder on, decoded, with forward slashes. */
  readonly path: string;
  readonly identity: string;
}

export type Features = Readonly<Record<string, readonly string[]>>;

/** Whether selectors mean a call. Features may not name each other: nothing could tell where that ends. */
export function selectorMatcher(features: Features): (selector: string, call: NamedCall) => boolean {
  const globs = new Map<string, (path: string) => boolean>();
  const matchesGlob = (glob: string, path: string) => {
    const known = globs.get(glob) ?? pathMatcherOf([`/${glob}`]);
    globs.set(glob, known);
    return known(path);
  };
  const isMeant = (selector: string, call: NamedCall, insideFeature: boolean): boolean => {
    const read = readSelector(selector);
    if (read.kind === 'glob') return matchesGlob(read.glob, call.path);
    if (read.kind === 'call') return read.identity === call.identity && (read.path === undefined || read.path === call.path);
    const members = Object.hasOwn(features, read.feature) ? (features[read.feature] ?? []) : [];
    return !insideFeature && members.some(member => isMeant(member, call, true));
  };
  return (selector, call) => isMeant(selector, call, false);
}

/** The first feature that a call belongs to. */
export function featureOf(features: Features, matches: ReturnType<typeof selectorMatcher>, call: NamedCall): string | undefined {
  return Object.keys(features).find(feature => matches(`${FEATURE}${feature}`, call));
}
