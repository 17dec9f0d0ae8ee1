import { isNull } from '../link/plain-values';
import { toHole } from '../link/volatility';
import type { Value } from '../source/values';
import { hostedName } from './hosted-tools';
import { jsonPieces } from './json-text';
import { markerOf, withoutMarker } from './markers';
import type { Piece, Segment } from './request';
import { namedTools, toldOfTool } from './tool-records';
import { zodIn } from './zod-schema';

/** The definitions of the tools that a request offers, each a segment. */
export function toolSegments(tools: Value | undefined): readonly Segment[] {
  if (tools === undefined || isNull(tools)) return [];
  const base = { kind: 'tools', role: 'system', startsMessage: false, repeats: false, optional: false } as const;
  // A builder may be told one tool alone.
  const isOne = tools.kind === 'call' && tools.chained === true;
  const items = tools.kind === 'record' ? namedTools(tools) : tools.kind === 'list' ? tools.items : isOne ? [tools] : undefined;
  if (items === undefined) return [{ ...base, pieces: [toHole(tools)], at: tools.at }];
  return items.map(tool => {
    const definition = tool.kind === 'repeat' || tool.kind === 'optional' || tool.kind === 'spread' ? content(tool) : tool;
    const record = definition.kind === 'record' ? definition : undefined;
    const marker = record && markerOf(record);
    const derived = zodIn(definition);
    return {
      ...base,
      ...(derived === undefined ? {} : { derivedFrom: derived }),
      ...(marker === undefined ? {} : { marker }),
      ...(record === undefined ? {} : { block: record }),
      pieces: record === undefined ? toolPieces(definition) : jsonPieces(toldOfTool(withoutMarker(record))),
      at: tool.at,
      optional: tool.kind === 'optional',
      repeats: tool.kind === 'repeat' || tool.kind === 'spread',
    };
  });
}

/** How a provider writes out its own tools isn't published, and always the same. */
function toolPieces(definition: Value): readonly Piece[] {
  const name = definition.kind === 'call' ? hostedName(definition) : undefined;
  if (name === undefined) return jsonPieces(definition);
  return [{ ...toHole(definition), label: name, volatility: 'static', proven: true, reason: 'a tool of the provider, written out by it' }];
}

function content(tool: Extract<Value, { kind: 'repeat' | 'optional' | 'spread' }>): Value {
  return tool.kind === 'spread' ? tool.value : tool.item;
}
