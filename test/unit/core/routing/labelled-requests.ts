import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteQuote } from '../../../../src/core/quote/site-quote';
import { analyseIn } from '../rules/fixture/project';

/** One request of test/fixtures/task-classes, whose README says what the labels mean. */
export interface LabelledRequest {
  readonly name: string;
  readonly label: string;
  readonly quote: SiteQuote;
  /** Rules are tuned on one half; figures come from the other. */
  readonly half: 'tuning' | 'measuring';
}

const FOLDER = path.join(import.meta.dirname, '../../../fixtures/task-classes');
const LABEL = /(?:#|\/\/) label: (.+)/g;

export async function labelledRequests(): Promise<readonly LabelledRequest[]> {
  const requests: LabelledRequest[] = [];
  for (const folder of ['python', 'typescript'])
    for (const file of (await readdir(path.join(FOLDER, folder))).sort()) requests.push(...(await inCode(`${folder}/${file}`)));
  for (const label of (await readdir(path.join(FOLDER, 'prompts'))).sort())
    for (const file of (await readdir(path.join(FOLDER, 'prompts', label))).sort()) requests.push(await inPrompt(label, file));
  return requests;
}

/** Every call has its label above it. */
async function inCode(file: string): Promise<readonly LabelledRequest[]> {
  const text = await readFile(path.join(FOLDER, file), 'utf8');
  const uri = `file:///project/${file}`;
  const labels = [...text.matchAll(LABEL)].map(match => ({ label: match[1] ?? '', end: match.index + match[0].length }));
  const quotes = (await analyseIn(new Map([[uri, text]]), uri)).quotes.filter(({ site }) => site.kind !== 'constructor');
  const requests = labels.map(({ label, end }): LabelledRequest => {
    const quote = quotes.find(({ site }) => site.at.start > end && !/\blabel: /.test(text.slice(end, site.at.start)));
    assert.ok(quote, `a call is read below \`label: ${label}\` at ${file}:${text.slice(0, end).split('\n').length}`);
    return request(`${file}#${quote.site.symbol}`, label, quote);
  });
  assert.equal(new Set(requests.map(({ quote }) => quote)).size, quotes.length, `each call of ${file} has one label`);
  return requests;
}

/** A prompt file has its label as its folder's name, which nothing reads. */
async function inPrompt(label: string, file: string): Promise<LabelledRequest> {
  const text = await readFile(path.join(FOLDER, 'prompts', label, file), 'utf8');
  const uri = `file:///project/${file}`;
  const [quote, ...others] = (await analyseIn(new Map([[uri, text]]), uri)).quotes;
  assert.ok(quote && others.length === 0, `${file} is one request`);
  return request(file, label, quote);
}

function request(name: string, label: string, quote: SiteQuote): LabelledRequest {
  return { name, label, quote, half: hash(name) % 2 === 0 ? 'tuning' : 'measuring' };
}

/** FNV-1a, so that a request stays in its half when others are added. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value >>> 3;
}
