import { entryOf, openPart } from '../link/entries';
import type { Argument, Value } from '../source/values';
import { argumentIn } from './handed';
import type { SdkObject } from './sdk-call';

/** Middleware of the package that leaves the request's settings alone. */
const SETTING_NOTHING: ReadonlySet<string> = new Set([
  ...['extractReasoningMiddleware', 'simulateStreamingMiddleware', 'extractJsonMiddleware', 'addToolInputExamplesMiddleware'],
  ...['defaultInstructionsMiddleware', 'devToolsMiddleware'],
]);

/**
 * A model with what middleware puts around it. Defaults are merged below what the call itself says, those of the first above those
 * that follow (`ai` 6.0.41: src/middleware/default-settings-middleware.ts, read 2026-11-22).
 */
export function withMiddleware(wrapped: SdkObject, args: readonly Argument[]): SdkObject {
  const value = argumentIn({ args, positional: [] }, 'middleware');
  const all = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
  return all.reduceRight(withOne, wrapped);
}

function withOne(model: SdkObject, middleware: Value): SdkObject {
  const made = middleware.kind === 'call' && middleware.callee.kind === 'external' ? middleware : undefined;
  const name = made?.callee.kind === 'external' ? made.callee.path[made.callee.path.length - 1] : undefined;
  if (name !== undefined && SETTING_NOTHING.has(name)) return model;
  const settings = made && name === 'defaultSettingsMiddleware' ? argumentIn({ args: made.args, positional: [] }, 'settings') : undefined;
  if (settings?.kind === 'record')
    return { ...model, layers: [...model.layers, { args: [{ value: settings, at: settings.at }], positional: [] }] };
  const isOwn = middleware.kind === 'record' && openPart(middleware) === undefined;
  return isOwn && entryOf(middleware, 'transformParams').value === undefined ? model : { ...model, capsItself: true };
}
