import { isNull, plainText } from '../link/plain-values';
import type { Span } from '../source/span';
import type { Argument, Entry, Value } from '../source/values';
import { addedBehind } from './added-segment';
import type { NamedArguments } from './arguments';
import { isAbsent } from './hidden-options';
import type { Segment } from './request';
import { namedTools } from './tool-records';

/** Tools that providers run themselves, however a package spells them (`web_search_20250305`, `WebSearchTool`, `googleSearch`). */
const HOSTED: ReadonlySet<string> = new Set([
  ...['websearch', 'xsearch', 'webfetch', 'filesearch', 'codeinterpreter', 'codeexecution', 'imagegeneration', 'mcp', 'hostedmcp'],
  ...['googlesearch', 'googlesearchretrieval', 'googlemaps', 'enterprisewebsearch', 'urlcontext', 'retrieval'],
]);

/** Packages of providers, and those that name the providers' tools; a framework's own tool of that name runs in the program. */
const NAMING = /^(?:agents|@openai\/agents.*|openai.*|anthropic.*|google\..*|@google\/.*|@ai-sdk\/.*|vertexai.*)$/;

/** What a provider's own tools bring while they answer: nobody passes it, and it is charged as input. */
export function broughtByTools(tools: Value | undefined, named: NamedArguments): readonly Segment[] {
  const search = named.get(['web_search_options']);
  return [
    ...(itemsOf(tools) ?? []).flatMap(tool => {
      const name = hostedName(tool);
      return name === undefined ? [] : brought(name, tools?.at ?? tool.at);
    }),
    ...(search === undefined || isAbsent(search.value) ? [] : [brought('web_search', search.value.at)]),
  ];
}

/** Whether the program runs any of the tools itself, as far as they are in sight. */
export function hasOwnTools(tools: Value): boolean {
  return itemsOf(tools)?.some(tool => hostedName(tool) === undefined) ?? true;
}

function itemsOf(tools: Value | undefined): readonly Value[] | undefined {
  const items = tools?.kind === 'record' ? namedTools(tools) : tools?.kind === 'list' ? tools.items : undefined;
  return items?.map(tool => (tool.kind === 'optional' || tool.kind === 'repeat' ? tool.item : tool));
}

function brought(name: string, at: Span): Segment {
  return addedBehind(at, `${name} results`, BROUGHT);
}

const BROUGHT = { growth: 'replace', reason: 'the provider adds it and charges for it, and a use may have a price of its own' } as const;

/** How a provider's own tool is called; undefined: it is the program's, as far as that is told. */
export function hostedName(tool: Value): string | undefined {
  if (tool.kind === 'record') {
    const type = tool.entries.find(({ key }) => key === 'type');
    const stated = type && plainText(type.value);
    return stated === undefined ? namedIn(tool.entries) : isHosted(stated) ? stated : undefined;
  }
  if (tool.kind !== 'call' || tool.callee.kind !== 'external' || !NAMING.test(tool.callee.module)) return undefined;
  const name = tool.callee.path[tool.callee.path.length - 1] ?? '';
  return isHosted(name) ? name : namedIn(tool.args);
}

/** `{ googleSearch: {} }`, `Tool(google_search=GoogleSearch())`: Gemini's tools are fields of one. */
function namedIn(fields: readonly (Entry | Argument)[]): string | undefined {
  for (const field of fields) {
    const name = 'key' in field ? field.key : 'name' in field ? field.name : undefined;
    if (name !== undefined && isHosted(name) && !isNull(field.value)) return name;
  }
  return undefined;
}

function isHosted(name: string): boolean {
  const plain = name.toLowerCase().replace(/[_-]/g, '');
  return HOSTED.has(plain.replace(/\d{8}$/, '').replace(/(?:preview|tool)$/, ''));
}
