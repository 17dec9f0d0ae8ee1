import { isMap, isScalar } from 'yaml';
import { childrenAt, type YamlHead } from '../head/yaml-head';
import type { SignalOf } from '../template/expand';

const attachments: ReadonlyMap<string, string> = new Map([
  ['image', 'an image'],
  ['file', 'a file'],
  ['audio', 'audio'],
]);

/** Inputs of kind `thread` are the conversation, of kind `image`, `file` and `audio` attachments: their declaration proves it. */
export function signalsOfInputs(head: YamlHead | undefined): SignalOf {
  const kinds = head === undefined ? new Map<string, string>() : inputKinds(head);
  return (expression, at) => {
    const kind = kinds.get(expression) ?? '';
    const hole = { kind: 'hole', at, label: expression } as const;
    if (kind === 'thread') {
      const reason = 'the conversation so far';
      return {
        kind: 'signal',
        name: kind,
        argument: '',
        at,
        hole: { ...hole, volatility: 'turn', growth: 'append', proven: true, reason },
      };
    }
    const attached = attachments.get(kind);
    if (attached === undefined) return undefined;
    const reason = `${attached} that the program attaches`;
    return {
      kind: 'signal',
      name: kind,
      argument: '',
      at,
      hole: { ...hole, volatility: 'unknown', growth: 'replace', proven: false, reason },
    };
  };
}

/** Inputs are a map by name, or a list whose items have a name. */
function inputKinds(head: YamlHead): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const { key, node } of childrenAt(head, ['inputs'])) {
    const name = key ?? field(node, 'name');
    const kind = field(node, 'kind');
    if (name !== undefined && kind !== undefined) kinds.set(name, kind);
  }
  return kinds;
}

function field(node: unknown, name: string): string | undefined {
  if (!isMap(node)) return undefined;
  const value = node.items.find(pair => isScalar(pair.key) && pair.key.value === name)?.value;
  return isScalar(value) && typeof value.value === 'string' ? value.value : undefined;
}
