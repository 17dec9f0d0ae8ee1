import { setAtDeployment } from '../source/deployed';
import type { Span } from '../source/span';
import type { CallPlace } from '../source/summary';
import type { Value } from '../source/values';
import { choose } from './choose';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { declaredDefault } from './go-flags';
import { plainText } from './plain-values';

/**
 * `viper.GetString("llm.model")`: what a file of the package gives as its default, by `viper.SetDefault` or by the flag that it binds
 * (`viper.BindPFlag("llm.model", root.Flags().Lookup("model"))`), unless it is set where the program is deployed.
 */
export function viperSetting(evaluation: Evaluation, path: string, [key]: readonly Value[], at: Span): Value | undefined {
  const name = /^github\.com\/spf13\/viper\.Get\w*$/.test(path) && key !== undefined ? plainText(key) : undefined;
  const summary = name === undefined ? undefined : evaluation.codeOf(at.uri);
  if (name === undefined || summary === undefined) return undefined;
  const files = [summary, ...evaluation.packageOf(summary).filter(file => file !== summary)];
  const says = ({ call: { callee } }: CallPlace) => callee.kind === 'member' && /^(?:SetDefault|BindPFlag)$/.test(callee.key);
  const stated = files
    .flatMap(file => callsThat(evaluation, file, 'settings of viper', says))
    .filter(({ call }) => isNamed(evaluation, call.args[0]?.value, name));
  const isFlag = ({ call: { callee } }: CallPlace) => callee.kind === 'member' && callee.key === 'BindPFlag';
  // What is set as the default goes before a flag's own.
  for (const place of [...stated.filter(each => !isFlag(each)), ...stated.filter(isFlag)]) {
    const written = place.call.args[1]?.value;
    const value =
      written === undefined ? undefined : isFlag(place) ? ofFlag(evaluation, written) : evaluation.evaluate(written, NO_CONTEXT);
    if (value !== undefined) return choose(at, [setAtDeployment(at, name), value]);
  }
  return undefined;
}

function isNamed(evaluation: Evaluation, key: Value | undefined, name: string): boolean {
  const stated = key && plainText(evaluation.evaluate(key, NO_CONTEXT));
  return stated?.toLowerCase() === name.toLowerCase();
}

/** `root.Flags().Lookup("model")`: that flag's default. */
function ofFlag(evaluation: Evaluation, flag: Value): Value | undefined {
  const [key] = flag.kind === 'call' && flag.callee.kind === 'member' && flag.callee.key === 'Lookup' ? flag.args : [];
  const name = key && plainText(evaluation.evaluate(key.value, NO_CONTEXT));
  const summary = evaluation.codeOf(flag.at.uri);
  return name === undefined || summary === undefined ? undefined : declaredDefault(evaluation, 'cobra', [summary], name);
}
