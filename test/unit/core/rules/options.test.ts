import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../../package.json';
import { optionProblems, ruleSettingSchema, setOfRule } from '../../../../src/core/rules/options';
import { RULES } from '../../../../src/core/rules/registry';
import type { Rule } from '../../../../src/core/rules/rule';
import { type Case, casesOf } from './fixture/cases';
import { analyseIn } from './fixture/project';

const DOCS = join(__dirname, '../../../../docs/rules');
const withOptions = RULES.flatMap(rule => (rule.options === undefined ? [] : [{ ...rule, options: rule.options }]));
const namesOf = ({ options }: Rule) => Object.keys(options?.shape ?? {});

describe('the options of rules', () => {
  for (const rule of withOptions) {
    describe(rule.id, () => {
      it('have defaults, and are listed on its page and in the settings', () => {
        assert.ok(namesOf(rule).length > 0 && rule.options.safeParse({}).success);
        const page = readFileSync(join(DOCS, `${rule.id}.md`), 'utf8');
        const setting = JSON.stringify(manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));
        for (const name of namesOf(rule)) {
          assert.ok(page.includes(`| \`${name}\` |`), `${name} is on the page`);
          assert.ok(setting.includes(`"${name}":`), `${name} is in the settings`);
        }
      });

      for (const name of namesOf(rule)) {
        it(`${name} makes a difference`, async () => {
          for (const each of casesOf(rule.id)) {
            const usual = await findingsIn(each, name, undefined);
            for (const value of [0, 1, 7, 1_000_000]) if ((await findingsIn(each, name, value)) !== usual) return;
          }
          assert.fail('none of its fixtures says anything else with another value');
        }).timeout(60_000);
      }
    });
  }

  it('stand behind the severity', () => {
    const schema = ruleSettingSchema(RULES.find(({ id }) => id === 'no-retired-model') ?? assert.fail());
    assert.deepEqual(setOfRule(schema.parse('hint')), { severity: 'hint' });
    assert.deepEqual(setOfRule(schema.parse(['hint', { soonDays: 30 }])), { severity: 'hint', options: { soonDays: 30 } });
    for (const wrong of ['loud', ['hint', { soonDays: -1 }], ['hint', { soon: 3 }], ['hint', {}, 3], [{ soonDays: 3 }]])
      assert.ok(!schema.safeParse(wrong).success, JSON.stringify(wrong));
    const { error } = schema.safeParse('loud');
    assert.match(error?.issues[0]?.message ?? '', /^must be one of off, hint, information, warning, error, or a list .*"soonDays"/);
  });

  it('that do not fit are named, and the defaults count', async () => {
    const settings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };
    const ruleOptions = {
      'no-retired-model': { soonDays: 'many' },
      'no-oversized-cap': { timesTooHigh: 3 },
      'prefer-compact-prompt': { x: 1 },
    };
    const [first, second, ...more] = optionProblems(RULES, { ...settings, ruleOptions });
    assert.match(first ?? '', /"no-retired-model" don’t fit, so its defaults count\. "soonDays": /);
    assert.match(second ?? '', /"prefer-compact-prompt" don’t fit/);
    assert.deepEqual(more, []);
    for (const each of casesOf('no-retired-model'))
      assert.equal(await findingsIn(each, 'soonDays', 'many'), await findingsIn(each, 'soonDays', undefined));
  }).timeout(60_000);

  it('are a section of every rule’s page', () => {
    for (const { id } of RULES)
      assert.ok(existsSync(join(DOCS, `${id}.md`)) && readFileSync(join(DOCS, `${id}.md`), 'utf8').includes('## Options'), id);
  });
});

/** All that a rule finds in one of its fixtures, as one text. */
async function findingsIn({ rule: id, root, files, settings }: Case, name: string, value: unknown): Promise<string> {
  const ruleOptions = value === undefined ? {} : { [id]: { [name]: value } };
  const { analysis } = await analyseIn(files, root, { ...settings, ruleOptions });
  const found = analysis.findings.filter(({ rule }) => rule === id);
  return found
    .map(({ severity, message, at, fixes }) => [at.start, severity, message, ...fixes.map(({ title }) => title)].join(' '))
    .join('\n');
}
