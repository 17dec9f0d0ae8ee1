import type { CallPlace, CodeSummary } from '../source/summary';
import type { Call, Value } from '../source/values';
import { choose } from './choose';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { hole } from './hole';
import { plainText } from './plain-values';

/** How flags are looked up by name: `c.String("model")` of urfave/cli, `cmd.Flags().GetString("model")` of cobra. */
const LOOKED_UP = /^(?:Get)?(?:String|Int|Int64|Float64|Bool)$/;
/** How cobra declares them; with Var, a pointer stands before the name, with a P, a short name before the default. */
const DECLARING = /^(?:String|Int|Int32|Int64|Float64|Bool)(Var)?(P?)$/;

/** A flag by its name: the default that a file of the package declares for it, unless it is set where the program is started. */
export function flagByName(evaluation: Evaluation, call: Call, object: Value, method: string, [key]: readonly Value[]): Value | undefined {
  const name = LOOKED_UP.test(method) && key !== undefined && call.args.length === 1 ? plainText(key) : undefined;
  const summary = name === undefined ? undefined : evaluation.codeOf(call.at.uri);
  const owner = summary === undefined ? undefined : flagsOf(object);
  if (name === undefined || summary === undefined || owner === undefined) return undefined;
  const files = [summary, ...evaluation.packageOf(summary).filter(file => file !== summary)];
  const value = declaredDefault(evaluation, owner, files, name);
  return value && choose(call.at, [hole(call.at, name, 'set where the program is started', { volatility: 'deploy', proven: true }), value]);
}

type Owner = 'urfave' | 'cobra';

/** What one of some files declares as the default of a flag. */
export function declaredDefault(evaluation: Evaluation, owner: Owner, files: readonly CodeSummary[], name: string): Value | undefined {
  const declares = ({ call }: CallPlace) => (owner === 'urfave' ? isFlagLiteral(call) : declaration(call) !== undefined);
  for (const file of files)
    for (const { call } of callsThat(evaluation, file, `flags of ${owner}`, declares)) {
      const value = owner === 'urfave' ? ofLiteral(evaluation, call, name) : ofDeclaration(evaluation, call, name);
      if (value !== undefined) return value;
    }
  return undefined;
}

/** A command's context of urfave/cli, or the flags of a cobra command; both tell it by their type. */
function flagsOf(object: Value): Owner | undefined {
  const type = object.kind === 'param' ? object.type : object;
  if (type?.kind === 'external' && /^github\.com\/urfave\/cli(?:\/v\d+)?$/.test(type.module)) return 'urfave';
  if (object.kind !== 'call' || object.callee.kind !== 'member' || !/^(?:Persistent)?Flags$/.test(object.callee.key)) return undefined;
  const command = object.callee.object;
  const of = command.kind === 'param' ? command.type : command;
  return of?.kind === 'external' && of.module === 'github.com/spf13/cobra' ? 'cobra' : undefined;
}

/** `&cli.StringFlag{Name: "model", Value: "gpt-5.4"}` */
function ofLiteral(evaluation: Evaluation, { args }: Call, name: string): Value | undefined {
  const named = (key: string) => args.find(argument => argument.name === key)?.value;
  const stated = named('Name');
  if (stated === undefined || plainText(evaluation.evaluate(stated, NO_CONTEXT)) !== name) return undefined;
  const value = named('Value');
  return value && evaluation.evaluate(value, NO_CONTEXT);
}

/** `cmd.Flags().StringP("model", "m", "gpt-5.4", "…")` */
function ofDeclaration(evaluation: Evaluation, call: Call, name: string): Value | undefined {
  const [stated, value] = (declaration(call) ?? []).map(each => evaluation.evaluate(each, NO_CONTEXT));
  return stated !== undefined && plainText(stated) === name ? value : undefined;
}

function isFlagLiteral({ callee, literal }: Call): boolean {
  return literal === true && callee.kind === 'member' && callee.key.endsWith('Flag');
}

/** Name and default of a flag that a call declares. */
function declaration({ callee, args }: Call): readonly Value[] | undefined {
  const found = callee.kind === 'member' ? DECLARING.exec(callee.key) : null;
  const from = found?.[1] === undefined ? 0 : 1;
  const isShort = found?.[2] === 'P';
  const name = args[from]?.value;
  const value = args[from + (isShort ? 2 : 1)]?.value;
  const isWhole = args.length === from + (isShort ? 4 : 3);
  return found === null || !isWhole || name === undefined || value === undefined ? undefined : [name, value];
}
