import { entryOf, openPart, valuesOf } from '../link/entries';
import { isNull, plainText } from '../link/plain-values';
import { isFromCaller } from '../link/volatility';
import { sliceText } from '../source/text-map';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { argumentIn, FREE, isWrittenForTests } from './handed';
import type { MethodMaker } from './sdk';
import type { SdkObject } from './sdk-call';

type Gives = NonNullable<MethodMaker['gives']>;

/** `customProvider({ languageModels: { fast: openai('gpt-5.4-nano') } }).languageModel('fast')`: the model of that name. */
export function fromCustomProvider(method: string): Gives {
  return (made, objectsOf) => {
    const { making, key } = asked(made);
    if (key !== undefined && isFromCaller(key.value)) return [named(made)];
    const tables = method === 'textEmbeddingModel' ? ['textEmbeddingModels', 'embeddingModels'] : [`${method}s`];
    const table = tables.map(name => making && argumentIn(making, name)).find(value => value !== undefined);
    // Of a table that isn't known as a whole it may be one of the others.
    const isAny = key === undefined || plainText(key.value) === undefined;
    const found = table?.kind !== 'record' || (isAny && openPart(table) !== undefined) ? [] : entriesOf(table, key?.value);
    if (found.length > 0 || key === undefined)
      return found.flatMap(value => (isWrittenForTests(value) ? [{ ...made, kind: FREE }] : objectsOf(value)));
    const fallback = making && argumentIn(making, 'fallbackProvider');
    if (fallback !== undefined) return objectsOf(callOf(fallback, method, key));
    // Asking for a model that isn't there fails.
    const said = table ?? making?.args[0]?.value;
    return said?.kind === 'record' && openPart(said) === undefined ? [{ ...made, kind: FREE }] : [];
  };
}

/** `createProviderRegistry({ openai, anthropic }).languageModel('openai:gpt-5.4')`: the model of the provider of that name. */
export function fromRegistry(method: string): Gives {
  return (made, objectsOf) => {
    const { making, key } = asked(made);
    const table = making && argumentIn(making, 'providers');
    const options = making && argumentIn(making, 'options');
    const stated = options?.kind === 'record' ? entryOf(options, 'separator').value : undefined;
    const separator = (stated && plainText(stated)) ?? ':';
    if (key !== undefined && isFromCaller(key.value)) return [named(made)];
    if (table?.kind !== 'record' || key === undefined) return [];
    const ofId = (id: Value): readonly SdkObject[] => {
      if (id.kind !== 'text') return [];
      const { text } = id;
      const end = text.text.indexOf(separator);
      const provider = end < 0 ? undefined : entryOf(table, text.text.slice(0, end)).value;
      const rest: Value = { ...id, text: sliceText(text, end + separator.length) };
      return provider === undefined ? [] : objectsOf(callOf(provider, method, { ...key, value: rest }));
    };
    if (key.value.kind !== 'choice') return ofId(key.value);
    const each = key.value.options.map(ofId);
    // Where one isn't known, the others are not the only ones.
    return each.some(found => found.length === 0) ? [] : each.flat();
  };
}

/** A model that the caller names: which of the table's it is shows there. A default names an entry of the table, no model. */
function named(made: SdkObject): SdkObject {
  const layers = made.layers.slice(-1).map(layer => ({ ...layer, args: layer.args.map(withoutDefault) }));
  return { ...made, layers };
}

function withoutDefault(argument: Argument): Argument {
  if (argument.value.kind !== 'param') return argument;
  const { fallback: _, ...value } = argument.value;
  return { ...argument, value };
}

function asked(made: SdkObject) {
  return { making: made.layers[0], key: made.layers[made.layers.length - 1]?.args[0] };
}

/** The entry of that key, or every one where nothing says which. */
export function entriesOf(table: ValueOf<'record'>, key: Value | undefined): readonly Value[] {
  const name = key && plainText(key);
  const values = name === undefined ? valuesOf(table) : [entryOf(table, name).value];
  return values.flatMap(value => (value === undefined || isNull(value) ? [] : [value]));
}

function callOf(object: Value, method: string, key: Argument): Call {
  const { at } = key;
  return { kind: 'call', at, callee: { kind: 'member', at, object, key: method }, args: [key], argsAt: at };
}
