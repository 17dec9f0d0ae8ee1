import { hole } from '../../link/hole';
import { plainText } from '../../link/plain-values';
import { namedArguments } from '../../request/arguments';
import { madeMessage } from '../../source/made-values';
import type { Value } from '../../source/values';
import { filled, type Given } from '../placeholders';
import type { SdkObject } from '../sdk-call';
import { eachMessage, type ObjectsOf } from './chat-messages';

/** What a prompt sends: its messages, or the text of one that is only a text. `given`: what the call that fills it passes. */
export function sentByPrompt(prompt: SdkObject, given: Given, objectsOf: ObjectsOf): Value | undefined {
  const { layers, name } = prompt;
  const [made] = layers;
  const named = namedArguments([...layers, { args: [], positional: [] }]);
  const format = plainTextOf(named.get(['template_format', 'templateFormat'])?.value) ?? 'f-string';
  const passed = namedArguments([...layers.slice(1), { args: [], positional: [] }]);
  const values: Given = key => {
    const found = passed.get([`values.${key}`, key]) ?? named.get([`partial_variables.${key}`, `partialVariables.${key}`]);
    return found?.value ?? given(key);
  };
  const fill = (template: Value) => filled(template, format, values);
  const messages = named.get(['messages', 'promptMessages'])?.value;
  if (messages !== undefined)
    return eachMessage(messages, { fill, values, objectsOf, inner: prompt => sentByPrompt(prompt, values, objectsOf) });
  const template = named.get(['template'])?.value;
  if (template !== undefined) {
    const text = fill(template);
    return name?.startsWith('Chat') ? { kind: 'list', at: template.at, items: [madeMessage('user', text, template.at)] } : text;
  }
  const suffix = named.get(['suffix'])?.value;
  if (suffix !== undefined) {
    const examples = hole(suffix.at, 'examples', 'the examples, which are written out by their own template', { volatility: 'static' });
    const prefix = named.get(['prefix'])?.value;
    return {
      kind: 'template',
      at: suffix.at,
      parts: [...(prefix === undefined ? [] : [fill(prefix)]), examples, fill(suffix)],
      literal: false,
    };
  }
  const at = made?.args[0]?.at;
  return (
    at && hole(at, plainTextOf(named.get(['name'])?.value) ?? name ?? 'prompt', 'a prompt that is kept elsewhere', { volatility: 'static' })
  );
}

function plainTextOf(value: Value | undefined): string | undefined {
  return value && plainText(value);
}
