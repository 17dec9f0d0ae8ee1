import type { Modality } from '../prices/capabilities/capabilities';
import type { CallSite } from '../request/request';
import { asText } from '../request/resolve';
import type { Value } from '../source/values';

/** What the APIs call a message's parts that are no text. */
const BY_TYPE: Readonly<Record<string, Modality>> = {
  image: 'image',
  image_url: 'image',
  input_image: 'image',
  document: 'pdf',
  file: 'pdf',
  input_file: 'pdf',
  input_audio: 'audio',
  audio: 'audio',
  video: 'video',
};
/** Messages are not nested more deeply. */
const MOST_DEPTH = 8;

/** What a request sends besides text, as far as its messages are in sight. */
export function attachedModalities({ parameters }: CallSite): readonly Modality[] {
  const found = new Set<Modality>();
  const visit = (value: Value, depth: number): void => {
    if (depth > MOST_DEPTH) return;
    for (const inner of partsOf(value)) visit(inner, depth + 1);
    if (value.kind !== 'record') return;
    const type = value.entries.find(entry => entry.key === 'type')?.value;
    const text = type && asText(type);
    const modality = text !== undefined && Object.hasOwn(BY_TYPE, text) ? BY_TYPE[text] : undefined;
    if (modality !== undefined) found.add(modality);
  };
  for (const name of ['messages', 'input', 'contents', 'prompt']) {
    const argument = parameters[name];
    if (argument !== undefined) visit(argument.value, 0);
  }
  return [...found];
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
      return value.items;
    case 'record':
      return value.entries.map(entry => entry.value);
    case 'choice':
      return value.options;
    case 'repeat':
    case 'optional':
      return [value.item];
    case 'spread':
      return [value.value];
    default:
      return [];
  }
}
