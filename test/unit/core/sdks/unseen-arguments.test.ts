import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { CallSite } from '../../../../src/core/request/call-site';
import { languageOfUri } from '../../../../src/core/source/languages/index';
import type { Span } from '../../../../src/core/source/span';
import type { Call } from '../../../../src/core/source/values';
import { filesOf, linkOnce } from '../../link-project';

const FIXTURES = path.join(__dirname, '../../../fixtures/sdks');
const RUNS = 300;

type Files = Readonly<Record<string, string>>;

/** One argument of one call of the fixtures, and the call as it is read. */
interface Place {
  readonly files: Files;
  readonly file: string;
  readonly argument: Span;
  readonly sites: readonly CallSite[];
}

/** Where a text may stand as well as an object, so that what isn't in sight counts as the text, and what is told of models elsewhere. */
const LEFT_OUT = /^(?:genkit|voyageai|vercel-ai\/defaults|openai-dotnet\/Program|websocket\/talk)/;

/** Whatever a function of elsewhere gives may state anything: nothing may be said to be absent because of it. */
describe('arguments of the fixtures’ calls that are not in sight', () => {
  const places: Place[] = [];
  before(async function () {
    this.timeout(120_000);
    for (const project of readdirSync(FIXTURES).sort()) places.push(...(await placesOf(project)));
    assert.ok(places.length > 1500, `the fixtures hold arguments: ${places.length}`);
  });

  it('leave model, output cap and text open', async function () {
    this.timeout(240_000);
    let compared = 0;
    const property = fc.asyncProperty(fc.nat(), async index => {
      const place = places[index % places.length];
      assert.ok(place !== undefined);
      compared += await compare(place);
    });
    await fc.assert(property, { numRuns: RUNS });
    assert.ok(compared > RUNS / 2, `most calls are still calls: ${compared}`);
  });
});

async function compare({ files, file, argument, sites }: Place): Promise<number> {
  const text = files[file] ?? '';
  const changed = `${text.slice(0, argument.start)}unseen(1)${text.slice(argument.end)}`;
  const after = await linkOnce({ ...files, [file]: changed }, file);
  const [first] = sites;
  const found = after.sites.filter(site => isAt(site, first));
  const where = `${file}: ${text.slice(argument.start, argument.end)}`;
  for (const site of found) {
    const was = (holds: (each: CallSite) => boolean) => sites.some(holds);
    if (site.model.provenance === 'absent') assert.ok(was(isModelAbsent), `no model is stated in ${where}`);
    if (site.outputCap.state === 'absent') assert.ok(was(isCapAbsent), `no cap is stated in ${where}`);
    if (site.request.segments.length === 0 && site.kind !== 'constructor') assert.ok(was(isSilent), `nothing is sent in ${where}`);
  }
  return found.length > 0 ? 1 : 0;
}

function isModelAbsent({ model }: CallSite): boolean {
  return model.provenance === 'absent';
}

/** An API that has no cap may be another one for another model. */
function isCapAbsent({ outputCap }: CallSite): boolean {
  return outputCap.state === 'absent' || outputCap.state === 'unsupported';
}

function isSilent({ request }: CallSite): boolean {
  return request.segments.length === 0;
}

async function placesOf(project: string): Promise<readonly Place[]> {
  const folder = path.join(FIXTURES, project);
  const files = filesOf(folder);
  const places: Place[] = [];
  for (const file of Object.keys(files)) {
    if (languageOfUri(file) === undefined || file.endsWith('.ipynb') || LEFT_OUT.test(`${project}/${file}`)) continue;
    const { sites } = await linkOnce(files, file);
    for (const site of sites) {
      const { call } = site;
      if (call === undefined || !call.at.uri.endsWith(`/${file}`)) continue;
      const same = sites.filter(each => isAt(each, site));
      for (const argument of argumentsOf(call)) places.push({ files, file, argument, sites: same });
    }
  }
  return places;
}

function isAt(site: CallSite, as: CallSite | undefined): boolean {
  return as !== undefined && site.at.uri === as.at.uri && site.at.start === as.at.start && site.via.join() === as.via.join();
}

/** Each argument, and each entry of an options object. */
function argumentsOf(call: Call): readonly Span[] {
  return call.args.flatMap(({ value }) => {
    if (value.kind === 'spread' || value.at.uri !== call.at.uri) return [];
    const entries = value.kind === 'record' ? value.entries.filter(({ key }) => key !== undefined) : [];
    return [value.at, ...entries.map(entry => entry.value.at)].filter(({ start, end }) => start >= call.at.start && end <= call.at.end);
  });
}
