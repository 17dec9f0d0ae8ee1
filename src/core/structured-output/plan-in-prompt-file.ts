import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/call-site';
import { headEntries } from './head-entries';
import { schemaName } from './names';
import { type StructuredPlan, structuredPlan } from './plan';
import { promptLines } from './prompt-lines';
import { isSchemaRefusal, type ObjectShape, type SchemaRefusal } from './shape';
import { toldShape } from './told-shape';

const NO_PLACE = 'This format has no place for a schema. Set it where the prompt is sent.';
const NO_FIELDS: ObjectShape = { kind: 'object', fields: [] };

/** Asks for the answer of a prompt file by a JSON schema in its head. */
export function planInPromptFile(site: CallSite, sites: readonly CallSite[], writers: Writers): StructuredPlan | SchemaRefusal {
  const prompt = writers.promptOf(site);
  const text = writers.textOf(site.at.uri);
  const addToHead = prompt?.format.addToHead;
  if (prompt === undefined || text === undefined || addToHead === undefined) return { because: NO_PLACE };
  const { summary } = prompt;
  const name = schemaName(nameOf(site.at.uri));
  if (headEntries(summary.document, NO_FIELDS, name) === undefined) return { because: NO_PLACE };
  const told = toldShape({ texts: promptLines(site.request) });
  if (isSchemaRefusal(told)) return told;
  const write = (shape: ObjectShape) => {
    const entries = headEntries(summary.document, shape, name);
    return entries === undefined ? { refused: NO_PLACE } : addToHead(text, summary, entries);
  };
  return structuredPlan({ site, sites, writers, told, wrapsLists: false, write });
}

/** `read_invoice_answer` for `read-invoice.prompt.yml`. */
function nameOf(uri: string): string {
  const file = uri.slice(uri.lastIndexOf('/') + 1).split('.')[0] ?? '';
  return `${file.replace(/[^A-Za-z0-9]+/g, '_')}_answer`;
}
