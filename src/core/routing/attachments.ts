import type { Modality } from '../prices/capabilities/capabilities';
import type { CallSite } from '../request/call-site';
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
/** Google's parts, by the name of what they hold; its media type says the rest. */
const GOOGLE_PARTS = ['inlineData', 'inline_data', 'fileData', 'file_data'];
const GOOGLE_MAKERS = /^from_(?:bytes|uri)$|^createPartFrom(?:Base64|Uri)$/;
/** Messages are not nested more deeply. */
const MOST_DEPTH = 8;

/** What a request sends besides text, as far as its messages are in sight. */
export function attachedModalities({ parameters }: CallSite): readonly Modality[] {
  const found = new Set<Modality>();
  const visit = (value: Value, depth: number): void => {
    if (depth > MOST_DEPTH) return;
    for (const inner of partsOf(value)) visit(inner, depth + 1);
    const media = mediaType(value);
    if (media !== undefined) found.add(media);
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

/** `{ inlineData: { mimeType: 'image/png', … } }`, `Part.from_bytes(data=…, mime_type='image/png')`. */
function mediaType(value: Value): Modality | undefined {
  if (value.kind === 'record') {
    const part = value.entries.find(({ key }) => key !== undefined && GOOGLE_PARTS.includes(key))?.value;
    return part?.kind === 'record' ? ofMedia(part.entries.map(({ value: held }) => held)) : undefined;
  }
  if (value.kind !== 'call') return undefined;
  const { callee, args } = value;
  const name = callee.kind === 'external' ? callee.path[callee.path.length - 1] : callee.kind === 'member' ? callee.key : undefined;
  if (name === undefined || !GOOGLE_MAKERS.test(name)) return undefined;
  return ofMedia(args.flatMap(({ value: held }) => (held.kind === 'record' ? held.entries.map(entry => entry.value) : [held])));
}

function ofMedia(values: readonly Value[]): Modality | undefined {
  for (const value of values) {
    const kind = /^(image|audio|video|application)\/(pdf)?/.exec(asText(value) ?? '');
    if (kind === null) continue;
    if (kind[2] === 'pdf') return 'pdf';
    if (kind[1] === 'image' || kind[1] === 'audio' || kind[1] === 'video') return kind[1];
  }
  return undefined;
}
