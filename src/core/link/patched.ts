import { FREE } from '../sdks/handed';
import { objectsOf } from '../sdks/objects';
import type { SdkIndex } from '../sdks/sdk-index';
import type { Uri } from '../source/span';
import type { CallPlace, CodeSummary } from '../source/summary';
import type { Call, Value } from '../source/values';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import type { Found } from './found';
import { labelOf, lastNameOf } from './labels';
import { testSetup } from './test-setup';

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
  const { marks, calls } = testSetup(evaluation, summary, place);
  const made = [...marks.flatMap(mark => (mark.kind === 'call' ? [{ file: summary, call: mark }] : [])), ...calls];
  const patches = made.flatMap(({ file, call }) => {
    if (PATCHES.test(labelOf(call.callee))) return patchOf(evaluation, file, call, sdks) ?? [];
    return lastNameOf(call.callee) === 'override' ? overriding(evaluation, call, sdks) : [];
  });
  return found => patches.some(patch => replaces(evaluation, patch, found));
}

/** `agent.override(model=TestModel())`: the SDK whose agents answer by what stands for a model. */
function overriding(evaluation: Evaluation, { args }: Call, sdks: SdkIndex): readonly Patch[] {
  const model = args.find(({ name }) => name === 'model')?.value;
  const objects = model === undefined ? [] : objectsOf({ evaluation, context: NO_CONTEXT, sdks }, evaluation.evaluate(model, NO_CONTEXT));
  const free = objects.filter(({ kind }) => kind === FREE);
  return free.length === 0 ? [] : [{ names: [], sdks: new Set(free.map(({ sdk }) => sdk.id)) }];
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
  if (replaced?.kind === 'function') return MAKES_CLIENT.test(name);
  return replaced?.kind === 'external' && evaluation.isPackage(replaced.module);
}

/** `get_client`, `make_async_openai_client` */
const MAKES_CLIENT = /^_?(?:get|make|create|build|init|new|load)_(?:\w+_)?client(?:_\w+)?$/;
