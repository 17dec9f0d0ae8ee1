import type { ParsedAnswer } from '../request/call-context';
import { lastName } from '../source/last-name';
import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';
import { declaredShape } from '../structured-output/declared-shape';
import { isSchemaRefusal } from '../structured-output/shape';
import { copiesObject } from './copies-object';
import { TYPE_ARGUMENT } from './dotnet/type-argument';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { excludingBlock } from './exclusive';
import { labelOf } from './labels';
import { plainText } from './plain-values';
import { within } from './value-parts';

const PARSERS =
  /^(?:(?:json|orjson|ujson|json5|simplejson|json_repair|demjson3?)\.(?:loads?|decode)|JSON\.parse|JSON5\.parse|jsonrepair|json_repair\.repair_json|ast\.literal_eval)$/;
const PARSING_METHODS =
  /^(?:model_validate_json|parse_raw|validate_json|readTree|readValue|fromJson)$|(?:parse|extract|load|repair|clean)_?\w*json/i;
const GO = /^(?:json|sonic|jsoniter|jsonv2)\.(?:Unmarshal|UnmarshalString|UnmarshalFromString)$/;
const DOTNET =
  /(?:^|\.)(?:JsonSerializer\.Deserialize(?:Async)?|Json(?:Document|Node|Object|Array)\.Parse|JsonConvert\.DeserializeObject|J(?:Object|Array|Token)\.Parse)$/;
/** Types that take any JSON. */
const OPEN =
  /^(?:Json(?:Node|Element|Document|Object|Array)|J(?:Object|Array|Token)|Map|HashMap|LinkedHashMap|Dictionary|Object|object|dynamic|ExpandoObject)$/;

/** What reads the answer of a call as JSON, in the same function; undefined: nothing does. */
export function parsedAnswer(evaluation: Evaluation, summary: CodeSummary, place: CallPlace): ParsedAnswer | undefined {
  const { call, scope: id } = place;
  const { lookup } = evaluation;
  const scope = summary.scopes[id];
  if (scope === undefined) return undefined;
  const later = lookup.callsRunBy(summary, id).flatMap(other => {
    const isBefore = other.call.at.start < call.at.start && other.call.at.end < call.at.end;
    // Another branch may hold another answer under the same name.
    const isElsewhere = isBefore || excludingBlock(lookup, summary.scopes, place, other) !== undefined;
    return isElsewhere || copiesObject(other.call) ? [] : [other.call];
  });
  const answer = new HeldAnswer(call, scope, later.filter(readsJson));
  const parses = later.filter(parse => readsJson(parse) && readFrom(parse).some(value => answer.isIn(value)));
  const [first, ...others] = parses;
  if (first === undefined) return undefined;
  const inside = parses.some(parse => readFrom(parse).some(value => answer.isReadIn(value)));
  const type = others.length > 0 ? undefined : typeOf(first, scope);
  return { inside, ...(type === undefined ? {} : typed(evaluation, type, first)) };
}

/** Where a function holds what came back: as it came, or read from JSON once. */
class HeldAnswer {
  readonly #names = new Map<string, 'as it came' | 'read'>();

  constructor(
    private readonly call: Call,
    scope: Scope,
    private readonly parses: readonly Call[],
  ) {
    for (const effect of scope.effects)
      if (effect.kind === 'assign' && effect.target.root !== 'self' && this.isIn(effect.value)) {
        this.#add(effect.target.root.name, effect.value);
        for (const parse of parses) {
          const target = pointedAt(parse);
          if (target !== undefined && readFrom(parse).some(value => this.isIn(value))) this.#names.set(target, 'read');
        }
      }
  }

  #add(name: string, value: Value): void {
    if (this.isReadIn(value) || !this.#names.has(name)) this.#names.set(name, this.isReadIn(value) ? 'read' : 'as it came');
  }

  isIn(value: Value): boolean {
    const parts = [...within(value)];
    const ofTools = new Set(parts.filter(isToolArguments).flatMap(part => [...within(part)]));
    return parts.some(
      part =>
        !ofTools.has(part) &&
        ((part.kind === 'name' && this.#names.has(part.name)) ||
          (part.kind === 'call' && part.at.start === this.call.at.start && part.at.end === this.call.at.end)),
    );
  }

  isReadIn(value: Value): boolean {
    return [...within(value)].some(part => {
      if (part.kind === 'name') return this.#names.get(part.name) === 'read';
      if (part.kind === 'member') return part.key === 'data' && this.isIn(part.object);
      if (part.kind !== 'call') return false;
      const reads = part.callee.kind === 'member' && READING_METHODS.test(part.callee.key) && this.isIn(part.callee.object);
      return (
        reads ||
        (this.parses.some(({ at }) => at.start === part.at.start && at.end === part.at.end) && readFrom(part).some(each => this.isIn(each)))
      );
    });
  }
}

const ARGUMENTS = /^(?:function_?)?arguments$/i;

/** `call.function.arguments`, `call["function"]["arguments"]`: what a tool is called with, which keeps to the tool's own schema. */
function isToolArguments(value: Value): boolean {
  if (value.kind === 'member') return ARGUMENTS.test(value.key);
  if (value.kind === 'index') return ARGUMENTS.test(plainText(value.key) ?? '');
  if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
  const [first] = value.args;
  return value.callee.key === 'get' && first !== undefined && ARGUMENTS.test(plainText(first.value) ?? '');
}

/** `response.json()`, `response.Content.ReadFromJsonAsync()`: what an HTTP client reads as JSON by itself. */
const READING_METHODS = /^(?:json|getJson|asJson|ReadFromJsonAsync|ReadAsAsync)$/;

/** The variable that a parser is told to read into: `json.Unmarshal(body, &answer)`. */
function pointedAt(parse: Call): string | undefined {
  const target = GO.test(labelOf(parse.callee))
    ? parse.args[1]?.value
    : decodes(parse.callee) === undefined
      ? undefined
      : parse.args[0]?.value;
  return target?.kind === 'name' ? target.name : undefined;
}

function readsJson({ callee }: Call): boolean {
  const name = labelOf(callee);
  return PARSERS.test(name) || GO.test(name) || DOTNET.test(name) || PARSING_METHODS.test(lastName(name)) || decodes(callee) !== undefined;
}

/** `json.NewDecoder(strings.NewReader(text)).Decode(&answer)` */
function decodes(callee: Value): Call | undefined {
  const decoder = callee.kind === 'member' && callee.key === 'Decode' ? callee.object : undefined;
  return decoder?.kind === 'call' && /^json\.NewDecoder$/.test(labelOf(decoder.callee)) ? decoder : undefined;
}

function readFrom(parse: Call): readonly Value[] {
  const { args } = decodes(parse.callee) ?? parse;
  return (GO.test(labelOf(parse.callee)) ? args.slice(0, 1) : args).map(({ value }) => value);
}

/** What it is read into: `Deserialize<Invoice>(…)`, `readValue(text, Invoice.class)`, a variable with a type. */
function typeOf({ callee, args }: Call, scope: Scope): Value | undefined {
  const name = labelOf(callee);
  if (DOTNET.test(name)) return args.find(argument => argument.name === TYPE_ARGUMENT)?.value;
  if (/^(?:readValue|fromJson)$/.test(lastName(name))) return args[1]?.value;
  const target = GO.test(name) ? args[1]?.value : decodes(callee) === undefined ? undefined : args[0]?.value;
  if (target?.kind !== 'name') return undefined;
  const declared = scope.effects.find(
    effect =>
      effect.kind === 'assign' &&
      effect.declares &&
      effect.target.root !== 'self' &&
      effect.target.root.name === target.name &&
      effect.target.path.length === 0,
  );
  if (declared?.kind !== 'assign') return scope.params.find(param => param.name === target.name)?.type;
  return declared.type ?? (declared.value.kind === 'call' ? declared.value.callee : undefined);
}

function typed(evaluation: Evaluation, type: Value, parse: Call): Pick<ParsedAnswer, 'into'> {
  if (type.kind === 'list') {
    const [item] = type.items;
    const shape = item && declaredShape(evaluation, item, 'by number');
    const name = item === undefined ? 'a list' : `${labelOf(item)}[]`;
    return {
      into: { name, shape: shape === undefined || isSchemaRefusal(shape) ? (shape ?? unseen(name)) : { kind: 'list', item: shape } },
    };
  }
  const written = labelOf(type);
  const shape = declaredShape(evaluation, type, 'by number');
  if (shape === undefined && OPEN.test(lastName(written))) return {};
  const found = evaluation.evaluate(type, NO_CONTEXT);
  const scope = found.kind === 'class' ? evaluation.codeOf(found.at.uri)?.scopes[found.scope] : undefined;
  const name = scope?.name ?? written;
  const isNamedOtherwise = scope?.decorators.some(decorator => /JsonNaming/.test(labelOf(decorator))) === true;
  const naming = isNamedOtherwise ? 'unknown' : namingOf(evaluation, parse);
  return { into: { name, shape: shape ?? unseen(name), ...(naming === undefined ? {} : { naming }) } };
}

function unseen(name: string): { readonly because: string } {
  return { because: `What \`${name}\` holds isn’t seen in this project. Give the call a schema by hand.` };
}

/** How a serializer takes names: as they are declared (undefined), in any case, by a policy. */
function namingOf(evaluation: Evaluation, { callee, args }: Call): 'any case' | 'camelCase' | 'unknown' | undefined {
  const name = labelOf(callee);
  if (GO.test(name) || decodes(callee) !== undefined || /\bJsonConvert\./.test(name)) return 'any case';
  if (!DOTNET.test(name)) return undefined;
  const options = args.filter(argument => argument.name !== TYPE_ARGUMENT)[1]?.value;
  if (options === undefined) return undefined;
  const said = [...within(evaluation.evaluate(options, NO_CONTEXT))];
  const path = said.flatMap(part => (part.kind === 'external' ? [part.path.join('.')] : []));
  if (path.some(each => /Web$|CamelCase$/.test(each))) return 'camelCase';
  const sets = (key: string) => said.some(part => part.kind === 'call' && part.args.some(argument => argument.name === key));
  if (sets('PropertyNamingPolicy') || path.some(each => !/JsonSerializerOptions$/.test(each))) return 'unknown';
  return sets('PropertyNameCaseInsensitive')
    ? 'any case'
    : said.some(({ kind }) => kind === 'param' || kind === 'hole')
      ? 'unknown'
      : undefined;
}
