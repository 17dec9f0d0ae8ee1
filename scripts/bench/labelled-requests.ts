import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CallSite } from '../../src/core/request/call-site';
import { repositoryRoot } from '../repository';

/** One request of test/fixtures/task-classes, whose README says what the labels mean. */
export interface LabelledRequest {
  readonly name: string;
  readonly label: string;
  readonly site: CallSite;
  /** Rules are tuned on one half; figures come from the other. */
  readonly half: 'tuning' | 'measuring';
}

const FOLDER = path.join(repositoryRoot, 'test/fixtures/task-classes');
const LABEL = /(?:#|\/\/) label: (.+)/g;

/** `sitesOf` links one file. */
type ReadSites = (uri: string, text: string) => Promise<readonly CallSite[]>;

export async function labelledRequests(sitesOf: ReadSites): Promise<readonly LabelledRequest[]> {
  const requests: LabelledRequest[] = [];
  for (const folder of ['python', 'typescript'])
    for (const file of (await readdir(path.join(FOLDER, folder))).sort()) requests.push(...(await inCode(`${folder}/${file}`, sitesOf)));
  for (const label of (await readdir(path.join(FOLDER, 'prompts'))).sort())
    for (const file of (await readdir(path.join(FOLDER, 'prompts', label))).sort()) requests.push(await inPrompt(label, file, sitesOf));
  return requests;
}

/** Every call has its label above it. */
async function inCode(file: string, sitesOf: ReadSites): Promise<readonly LabelledRequest[]> {
  const text = await readFile(path.join(FOLDER, file), 'utf8');
  const uri = `file:///project/${file}`;
  const labels = [...text.matchAll(LABEL)].map(match => ({ label: match[1] ?? '', end: match.index + match[0].length }));
  const sites = (await sitesOf(uri, text)).filter(({ kind }) => kind !== 'constructor');
  const requests = labels.map(({ label, end }): LabelledRequest => {
    const site = sites.find(({ at }) => at.start > end && !/\blabel: /.test(text.slice(end, at.start)));
    assert.ok(site, `a call is read below \`label: ${label}\` at ${file}:${text.slice(0, end).split('\n').length}`);
    return request(`${file}#${site.symbol}`, label, site);
  });
  assert.equal(new Set(requests.map(({ site }) => site)).size, sites.length, `each call of ${file} has one label`);
  return requests;
}

/** A prompt file has its label as its folder's name, which nothing reads. */
async function inPrompt(label: string, file: string, sitesOf: ReadSites): Promise<LabelledRequest> {
  const text = await readFile(path.join(FOLDER, 'prompts', label, file), 'utf8');
  const uri = `file:///project/${file}`;
  const [site, ...others] = await sitesOf(uri, text);
  assert.ok(site && others.length === 0, `${file} is one request`);
  return request(file, label, site);
}

function request(name: string, label: string, site: CallSite): LabelledRequest {
  return { name, label, site, half: hash(name) % 2 === 0 ? 'tuning' : 'measuring' };
}

/** FNV-1a, so that a request stays in its half when others are added. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value >>> 3;
}
