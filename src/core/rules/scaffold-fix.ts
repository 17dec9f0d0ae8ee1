import { namesAround } from '../request/function-name';
import { scaffold } from '../scaffolds/scaffold';
import { type ScaffoldKind, scaffoldUri } from '../scaffolds/scaffold-uri';
import { callScope } from './call-scope';
import type { DraftFix, RuleContext } from './rule';

const PASTED = /^[\w.$]+$/;

/** A fix that writes a file of its own and leaves everything else as it is; or why there is none. */
export function scaffoldFix(kind: ScaffoldKind, what: string, { quote, writers }: RuleContext): DraftFix | string {
  const { site, model } = quote;
  const { call, at, symbol } = site;
  const uri = scaffoldUri(kind, at.uri, symbol);
  const text = writers.textOf(at.uri);
  const place = callScope(writers, site);
  if (uri === undefined || text === undefined || call === undefined || place === undefined)
    return 'A notebook’s cells have no file beside them in which it could be written.';
  const file = decodeURIComponent(at.uri.slice(at.uri.lastIndexOf('/') + 1));
  const { itemLoop } = site.context ?? {};
  const names = namesAround(symbol);
  const written = scaffold(kind, place.summary.language, {
    sdk: site.sdk,
    api: site.api,
    model: site.model.value ?? '',
    symbol: names.join('.'),
    file,
    callee: text.slice(call.callee.at.start, call.callee.at.end),
    call: text.slice(call.at.start, call.at.end),
    async: place.scope.async,
    name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1, uri.lastIndexOf('.'))),
    source: text,
    // What is called by the loop (`reader()`) is shown without its arguments: a name stands for it where it is to be pasted.
    ...(itemLoop === undefined ? {} : { item: itemLoop.item, ...(PASTED.test(itemLoop.over) ? { over: itemLoop.over } : {}) }),
    ...(model?.batchFactor === undefined ? {} : { priceFactor: model.batchFactor }),
  });
  if (written === undefined) return 'How this is written for this library isn’t known here. Its documentation says it.';
  const newText = text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
  return {
    title: `Write ${what} to ${uri.slice(uri.lastIndexOf('/') + 1)}`,
    effect: 'none',
    preferred: false,
    creates: uri,
    edits: () => [{ uri, start: 0, end: 0, newText, creates: true }],
  };
}
