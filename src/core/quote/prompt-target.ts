import type { ModelFacts } from '../prices/model';
import type { CallSite } from '../request/call-site';
import type { Uri } from '../source/span';
import type { QuoteEnvironment } from './environment';

/** The one model to which all known calls in code send a prompt file. */
export interface PromptTarget {
  readonly uri: Uri;
  readonly provider?: string;
  readonly model: string;
}

/**
 * The model by which the text of a prompt file is counted that names none, where its calls send it. Its money is theirs, so nothing else
 * of that model is of matter here. Undefined: nobody knows of a call, or the catalogue doesn't know the model.
 */
export function targetOf({ kind, at, model }: CallSite, { catalogue, settings, today }: QuoteEnvironment): ModelFacts | undefined {
  if (kind !== 'prompt-file' || model.provenance !== 'absent') return undefined;
  const target = settings.promptTargets?.find(({ uri }) => uri === at.uri);
  return target && catalogue.find(target.provider, target.model, today);
}
