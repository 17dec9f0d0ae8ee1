import { resourceText, settingOf } from '../link/application-settings';
import { evaluateArgs } from '../link/arguments';
import { librariesOf } from '../link/build-files';
import { choose } from '../link/choose';
import { describedClass } from '../link/docstrings';
import { serialized } from '../link/dotnet/serialized';
import { callsThat, type Evaluation, NO_CONTEXT, scopeOf } from '../link/evaluation';
import { asJson } from '../link/go-json';
import { promptIn } from '../link/loaded-prompts';
import { givenByMarked } from '../link/marked-methods';
import { promptNamed } from '../link/named-prompts';
import { toldElsewhere } from '../link/params-within';
import { toolMethods } from '../link/tool-methods';
import type { Span } from '../source/span';
import type { CallPlace } from '../source/summary';
import type { Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { enteredAround } from './entered-around';
import { callsHeld } from './held-elsewhere';
import type { MethodDeclaration } from './method-declaration';
import type { Search } from './objects';
import type { Sdk } from './sdk';
import { around, callsIn, lastNames, setIn } from './set-for-all';

/** What a file says about an SDK beside the call at hand, whose callee stands at `at`. */
export function surroundingsOf({ evaluation, context, written }: Search, sdk: Sdk, at: Span): Surroundings {
  const { uri } = at;
  const summary = evaluation.codeOf(uri);
  return {
    callsOf: exports => (summary === undefined ? [] : callsIn(evaluation, sdk, summary, exports)),
    callsAround: exports =>
      around(evaluation, summary, `${sdk.id} ${exports.join()}`, lastNames(exports), file =>
        callsIn(evaluation, sdk, file, exports).map(args => args.map(each => ({ ...each, value: toldElsewhere(each.value) }))),
      ),
    entered(exports) {
      const place = written ?? at;
      const file = evaluation.codeOf(place.uri);
      return file && enteredAround(evaluation, { sdk, at: place, context }, file, exports);
    },
    callsIn: (exports, paths, called) => (summary === undefined ? [] : callsHeld(evaluation, sdk, summary, { exports, paths, called })),
    methodCalls(name) {
      const isMethod = ({ call: { callee } }: CallPlace) => callee.kind === 'member' && callee.key === name;
      const calls = summary === undefined ? [] : callsThat(evaluation, summary, `methods ${name}`, isMethod);
      return calls.map(({ call }) => evaluateArgs(evaluation, call.args, NO_CONTEXT));
    },
    promptIn: path => promptIn(evaluation, path),
    promptNamed: (name, folder, ending) => promptNamed(evaluation, uri, { name, folder, ending }),
    settingOf: key => settingOf(evaluation, key, uri),
    isPassed: value => isPassed(evaluation, value),
    libraries: () => librariesOf(evaluation, uri),
    resourceText: path => resourceText(evaluation, path, uri),
    describedClass: type => describedClass(evaluation, type),
    methodOf: (type, name) => declaredMethod(evaluation, type, name),
    thenHanded(methods) {
      const isThen = ({ call: { callee } }: CallPlace) => callee.kind === 'member' && methods.includes(callee.key);
      const places = summary === undefined ? [] : callsThat(evaluation, summary, methods.join(), isThen);
      const then = places.find(({ call: { callee } }) => callee.kind === 'member' && isCallOf(callee.object, at));
      return then && evaluateArgs(evaluation, then.call.args, NO_CONTEXT);
    },
    toldLater(methods) {
      const isTold = ({ call: { callee } }: CallPlace) =>
        callee.kind === 'member' && callee.object.kind === 'name' && methods.includes(callee.key);
      const places = summary === undefined ? [] : callsThat(evaluation, summary, `told ${methods.join()}`, isTold);
      const own = places.filter(
        ({ call: { callee } }) => callee.kind === 'member' && isCallOf(evaluation.evaluate(callee.object, context), at),
      );
      return own.map(({ call }) => evaluateArgs(evaluation, call.args, context));
    },
    toolMethods: value => toolMethods(evaluation, value),
    givenByMarked: (object, mark) => givenByMarked(evaluation, object, mark),
    serialized: value => (summary?.language === 'go' ? asJson(evaluation, value) : serialized(evaluation, value)),
    setOn(name, key) {
      const own = summary && setIn(evaluation, sdk, summary, name, key);
      if (own !== undefined) return own;
      const others = around(
        evaluation,
        summary,
        `${sdk.id} ${name ?? ''}.${key}`,
        name === undefined ? lastNames(sdk.modules) : [name],
        file => {
          const set = setIn(evaluation, sdk, file, name, key);
          return set === undefined ? [] : [toldElsewhere(set)];
        },
      );
      const [first] = others;
      return first && choose(first.at, others);
    },
  };
}

function isCallOf(value: Value, { start, end }: Span): boolean {
  return value.kind === 'call' && value.callee.at.start === start && value.callee.at.end === end;
}

function declaredMethod(evaluation: Evaluation, type: Value, name: string): MethodDeclaration | undefined {
  if (type.kind !== 'class') return undefined;
  const owner = evaluation.codeOf(type.at.uri);
  const method = owner?.scopes.find(scope => scope.parent === type.scope && scope.kind === 'function' && scope.name === name);
  if (method === undefined) return undefined;
  const evaluated = (values: readonly Value[] = []) => values.map(value => evaluation.evaluate(value, NO_CONTEXT));
  return {
    decorators: evaluated(method.decorators),
    params: method.params.map(param => ({ name: param.name, decorators: evaluated(param.decorators) })),
    returns: method.returns && evaluation.evaluate(method.returns, NO_CONTEXT),
    ofClass: evaluated(owner?.scopes[type.scope]?.decorators),
  };
}

function isPassed(evaluation: Evaluation, value: Value): boolean {
  if (value.kind !== 'param' || value.outside === true) return false;
  const scope = scopeOf(evaluation, value.at.uri, value.scope);
  return scope?.kind === 'function' && scope.name !== 'constructor';
}
