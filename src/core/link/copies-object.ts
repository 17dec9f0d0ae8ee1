import type { Call } from '../source/values';
import { labelOf } from './labels';

/** Methods and functions that write all of an object as JSON. */
const WRITES = /(?:^|\.)(?:to_json|model_dump_json|toJson|json\.dumps|JSON\.stringify|json\.Marshal|JsonSerializer\.Serialize)$/;

/** `json.loads(response.model_dump_json())`, `JSON.parse(JSON.stringify(response))`: an object in another form, and no text that a model wrote. */
export function copiesObject({ args: [first] }: Call): boolean {
  return first?.value.kind === 'call' && WRITES.test(labelOf(first.value.callee));
}
