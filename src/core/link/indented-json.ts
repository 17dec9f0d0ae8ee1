import { lastName } from '../source/last-name';
import type { Call, Value } from '../source/values';
import { within } from './value-parts';

/** Python's functions that write JSON. */
const DUMPS: ReadonlySet<string> = new Set(['json.dumps', 'simplejson.dumps', 'ujson.dumps']);
/** .NET's, whose options say how. */
const SERIALIZE =
  /^global\.(?:System\.Text\.Json\.)?JsonSerializer\.Serialize$|^global\.(?:Newtonsoft\.Json\.)?JsonConvert\.SerializeObject$/;
/** Methods of Java's Jackson and Gson, and what makes them lay out what they write. */
const MAPPERS: ReadonlyMap<string, string> = new Map([
  ['writeValueAsString', 'writerWithDefaultPrettyPrinter'],
  ['toJson', 'setPrettyPrinting'],
]);

/** Whether a call writes JSON and lays it out over lines, which only people need. */
export function indentsJson({ callee, args }: Call): boolean {
  if (callee.kind === 'member' || callee.kind === 'param') {
    const method = callee.kind === 'member' ? callee.key : lastName(callee.name);
    // Pydantic's models.
    if (method === 'model_dump_json') return indents(named(args, 'indent'));
    const printer = MAPPERS.get(method);
    // What a parameter is called on is told by its name.
    return printer !== undefined && (callee.kind === 'param' ? callee.name.includes(`.${printer}().`) : isMadeBy(callee.object, printer));
  }
  if (callee.kind !== 'external') return false;
  const path = [callee.module, ...callee.path].join('.');
  if (DUMPS.has(path)) return indents(named(args, 'indent'));
  if (path === 'global.JSON.stringify' || path === 'encoding/json.MarshalIndent') return indents(args[2]?.value);
  return SERIALIZE.test(path) && args.slice(1).some(argument => isIndentedBy(argument.value));
}

function named(args: Call['args'], name: string): Value | undefined {
  return args.find(argument => argument.name === name)?.value;
}

/** So many blanks, or these signs; `indent=0` breaks lines as well, but says that it is known what is done. */
function indents(indent: Value | undefined): boolean {
  if (indent?.kind === 'scalar') return typeof indent.value === 'number' && indent.value > 0;
  return indent?.kind === 'text' && indent.text.text !== '';
}

/** `mapper.writerWithDefaultPrettyPrinter()`, `new GsonBuilder().setPrettyPrinting().create()` */
function isMadeBy(object: Value, method: string): boolean {
  for (let made = object; made.kind === 'call' && made.callee.kind === 'member'; made = made.callee.object)
    if (made.callee.key === method) return true;
  return object.kind === 'param' && object.name.endsWith(`.${method}()`);
}

/** `new JsonSerializerOptions { WriteIndented = true }`, `Formatting.Indented` */
function isIndentedBy(options: Value): boolean {
  for (const part of within(options)) {
    if (part.kind === 'external' && part.path.join('.').endsWith('Formatting.Indented')) return true;
    if (part.kind !== 'call') continue;
    const indented = named(part.args, 'WriteIndented');
    if (indented?.kind === 'scalar' && indented.value === true) return true;
  }
  return false;
}
