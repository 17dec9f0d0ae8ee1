import { namedArguments } from '../../request/arguments';
import type { Surroundings } from '../call-surroundings';
import { messagesValue } from '../loaded-prompt';
import type { SdkObject } from '../sdk-call';
import type { ObjectsOf } from './chat-messages';

const LOADERS: ReadonlySet<string | undefined> = new Set(['load_prompt', 'loadPrompt']);

/** Objects, of which prompts that are loaded from a file (`load_prompt("joke.yaml")`) hold what the file says. */
export function withLoaded(objectsOf: ObjectsOf, { promptIn }: Surroundings): ObjectsOf {
  return value => objectsOf(value).map(object => (LOADERS.has(object.name) ? loaded(object, promptIn) : object));
}

function loaded(prompt: SdkObject, promptIn: Surroundings['promptIn']): SdkObject {
  const path = namedArguments([...prompt.layers, { args: [], positional: [] }]).get(['name', 'path'])?.value;
  const document = path && promptIn(path);
  if (path === undefined || document === undefined) return prompt;
  const [made, ...filling] = prompt.layers;
  const messages = { name: 'messages', value: messagesValue(document.messages), at: path.at };
  return { ...prompt, layers: [{ args: [...(made?.args ?? []), messages], positional: made?.positional ?? [] }, ...filling] };
}
