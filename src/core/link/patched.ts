import type { SdkIndex } from '../sdks/sdk-index';
import type { Uri } from '../source/span';
import type { CallPlace, CodeSummary } from '../source/summary';
import type { Call, Value } from '../source/values';
import { callsWithin } from './calls-within';
import type { Evaluation } from './evaluation';
import type { Found } from './found';
import { labelOf } from './labels';
import { enclosing } from './running-scopes';

/** `patch("app.llm.client")`, `mock.patch.object(Llm, "ask")`, `monkeypatch.setattr(llm, "ask", fake)`. */
const PATCHES = /^(?:(?:[\w.]+\.)?patch(?:\.object)?|(?:monkeypatch|mp)\.setattr)$/;
const DOTTED = /^\w+(?:\.\w+)+$/;

/** What a patch replaces: names in a file of the project, an SDK by its id, or whatever goes by a name. */
interface Patch {
  readonly names: readonly string[];
  readonly file?: Uri;
  readonly sdks: ReadonlySet<string>;
}

/** Whether a test replaces what one of its calls leads to by a double (Python), so that no money is spent. */
export function isPatched(evaluation: Evaluation, summary: CodeSummary, place: CallPlace, sdks: SdkIndex): (found: Found) => boolean {
  const patches = patchesAround(evaluation, summary, place).flatMap(call => patchOf(evaluation, summary, call, sdks) ?? []);
  return found => patches.some(patch => replaces(evaluation, patch, found));
}

function patchesAround({ edited }: Evaluation, summary: CodeSummary, place: CallPlace): readonly Call[] {
  const scopes = enclosing(summary, place).filter(({ kind }) => kind !== 'module');
  const decorators = scopes.flatMap(scope => scope.decorators).filter(value => value.kind === 'call');
  const [outermost] = scopes.filter(({ kind }) => kind === 'function').slice(-1);
  for (const { at } of decorators) edited.lookAt(at);
  if (outermost !== undefined) edited.lookAt(outermost.at);
  const inside = outermost === undefined ? [] : callsWithin(summary, outermost.at).map(({ call }) => call);
  return [...decorators, ...inside].filter(({ callee }) => PATCHES.test(labelOf(callee)));
}

function patchOf(evaluation: Evaluation, summary: CodeSummary, { args }: Call, sdks: SdkIndex): Patch | undefined {
  const [first, second] = args;
  if (first?.value.kind !== 'text')
    return second?.value.kind === 'text'
      ? { names: [second.value.text.text], sdks: calledBy(first?.value, second.value.text.text, sdks) }
      : undefined;
  const path = first.value.text.text;
  if (!DOTTED.test(path)) return undefined;
  const steps = path.split('.');
  for (let length = steps.length - 1; length > 0; length--) {
    const module = steps.slice(0, length).join('.');
    const file = evaluation.moduleOf(module, summary.uri);
    if (file !== undefined) return { names: steps.slice(length), file, sdks: new Set() };
    const ofModule = sdks.ofModule(module).filter(({ modules }) => modules.includes(module));
    if (ofModule.length > 0) return { names: [], sdks: new Set(ofModule.map(({ id }) => id)) };
  }
  return undefined;
}

/** `patch.object(client.chat.completions, "create")`: the SDKs that have a call of such a path. */
function calledBy(object: Value | undefined, method: string, sdks: SdkIndex): ReadonlySet<string> {
  const found = new Set<string>();
  let path = method;
  for (let value = object; value?.kind === 'member'; value = value.object) {
    path = `${value.key}.${path}`;
    for (const { id } of sdks.withCall(path)) found.add(id);
  }
  return found;
}

function replaces(evaluation: Evaluation, { names, file, sdks }: Patch, { content, holder, at, via }: Found): boolean {
  if (sdks.has(content.sdk) || names.some(name => via.includes(name))) return true;
  const [name] = names;
  if (name === undefined || file !== at.uri) return false;
  if (labelOf(holder.callee).split('.')[0] === name) return true;
  const replaced = evaluation.exportOf(file, name, at);
  return replaced?.kind === 'external' && evaluation.isPackage(replaced.module);
}
