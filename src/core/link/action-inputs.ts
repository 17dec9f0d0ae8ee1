import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import type { Argument, Value } from '../source/values';
import { positional } from './arguments';
import { choose } from './choose';
import { heldUnder } from './entries';
import type { Evaluation } from './evaluation';
import { dataBeside } from './file-texts';
import { hole } from './hole';
import { filesAt } from './locations';
import { plainText } from './plain-values';

/** Why a value is open that a workflow passes to a GitHub Action. */
export const ACTION_INPUT = 'an input of the action';

const READS = /^@actions\/core\.(?:default\.)?get(?:Boolean|Multiline)?Input$/;
const METADATA = ['action.yml', 'action.yaml'];

/** `core.getInput('model')`: what a workflow passes, or the default that the action's metadata declares. Undefined for anything else. */
export function actionInput(evaluation: Evaluation, path: string, args: readonly Argument[], at: Span): Value | undefined {
  if (!READS.test(path)) return undefined;
  const [first] = positional(args);
  const name = first && plainText(first.value);
  if (name === undefined) return undefined;
  const passed = hole(at, name, ACTION_INPUT, { volatility: 'deploy', proven: true });
  const fallback = declared(evaluation, name, at);
  return fallback === undefined ? passed : choose(at, [passed, fallback]);
}

/** Inputs are passed by variables of the environment, so no case tells them apart. An empty default is as good as none. */
function declared(evaluation: Evaluation, name: string, at: Span): Value | undefined {
  for (const file of METADATA) {
    for (const uri of filesAt({ path: file }, at.uri)) {
      const inputs = heldUnder(dataBeside(evaluation, uri, `./${file}`, at), 'inputs');
      if (inputs?.kind !== 'record') continue;
      const input = inputs.entries.find(({ key }) => key?.toLowerCase() === name.toLowerCase())?.value;
      const value = heldUnder(input, 'default');
      if (value?.kind === 'scalar' && value.value !== null) return madeText(String(value.value), value.at);
      return value?.kind === 'text' && value.text.text.trim() !== '' ? value : undefined;
    }
  }
  return undefined;
}
