import type { Value } from '../source/values';
import type { Evaluation } from './evaluation';

/** Whether what is called or read begins at an export of an SDK: `OpenAI()`, `createOpenAI({ apiKey })(model)`, `provider.languageModel(model)`. */
export function isMadeByPackage(evaluation: Evaluation, value: Value): boolean {
  switch (value.kind) {
    case 'call':
      return isMadeByPackage(evaluation, value.callee);
    case 'member':
      return isMadeByPackage(evaluation, value.object);
    case 'external':
      return value.module !== 'global' && (evaluation.isPackage(value.module) || evaluation.hasExport(value.module, value.path[0] ?? ''));
    default:
      return false;
  }
}
