import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const ask = `
import OpenAI from 'openai';
const client = new OpenAI();
export async function ask(question, { model, cap }) {
  return client.responses.create({ model, max_output_tokens: cap, input: question });
}
`;

describe('options of command lines (JavaScript)', () => {
  it('have the defaults that yargs is told', async () => {
    const source = `
import OpenAI from 'openai';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';

const argv = await yargs(hideBin(process.argv))
  .scriptName('helper')
  .option('model', { alias: 'm', type: 'string', default: 'gpt-5.4-mini' })
  .option('max-tokens', { type: 'number', default: 500 })
  .options({ small: { alias: ['s', 'tiny'], default: 'gpt-5.4-nano' }, other: { type: 'string' } })
  .parse();
const client = new OpenAI();
client.responses.create({ model: argv.model, max_output_tokens: argv.maxTokens, input: 'One.' });
client.responses.create({ model: argv.m, max_output_tokens: argv['max-tokens'], input: 'Two.' });
client.responses.create({ model: argv.tiny, input: 'Three.' });
client.responses.create({ model: argv.other, input: 'Four.' });
client.responses.create({ model: argv.unheard, input: 'Five.' });
client.responses.create({ model: argv.other ?? 'gpt-5.4', input: 'Six.' });
`;
    assert.deepEqual(await heads({ 'a.ts': source }, 'a.ts'), [
      'call openai-responses openai gpt-5.4-mini (default) cap 500',
      'call openai-responses openai gpt-5.4-mini (default) cap 500',
      'call openai-responses openai gpt-5.4-nano (default) cap absent',
      'call openai-responses openai ? comes from the parameter argv.other (unknown) cap absent',
      'call openai-responses openai ? comes from the parameter argv.unheard (unknown) cap absent',
      'call openai-responses openai gpt-5.4 (default) cap absent',
    ]);
  });

  it('are those of the command that yargs runs', async () => {
    const source = `
const yargs = require('yargs');
const { ask } = require('./ask');

yargs
  .option('cap', { default: 77 })
  .command('ask <text>', 'asks', y => y.positional('text', {}).option('model', { default: 'gpt-5.4' }), async args => {
    await ask(args.text, args);
  })
  .command({ command: 'tell', builder: { model: { default: 'gpt-5.4-nano' } }, handler: ({ model, cap }) => ask('Tell.', { model, cap }) })
  .demandCommand().argv;
`;
    assert.deepEqual(await heads({ 'a.js': source, 'ask.js': ask }, 'a.js'), [
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 77 via ask',
      'wrapper-call openai-responses openai gpt-5.4-nano (default) cap 77 via ask',
    ]);
    const module = `
import { ask } from './ask';
export const command = 'ask [text]';
export function builder(yargs) {
  yargs.option('model', { type: 'string', default: 'gpt-5.4-mini' });
  return yargs.option('cap', { default: 5 });
}
export async function handler(argv) {
  await ask(argv.text, argv);
}
`;
    assert.deepEqual(await heads({ 'a.js': module, 'ask.js': ask }, 'a.js'), [
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap 5 via ask',
    ]);
  });

  it('have the defaults that commander is told', async () => {
    const source = `
import { Command, Option, program } from 'commander';
import { ask } from './ask';

const tool = new Command();
tool
  .name('helper')
  .option('-m, --model <name>', 'which model', 'gpt-5.4-mini')
  .option('--cap <n>', 'how much', value => parseInt(value, 10), 300)
  .addOption(new Option('-b, --big-model <name>', 'which large model').choices(['gpt-5.4', 'gpt-4.1']).default('gpt-5.4'));
tool.parse(process.argv);
const options = tool.opts();
ask('One.', { model: options.model, cap: options.cap });
ask('Two.', { model: options.bigModel, cap: 9 });

program.command('ask <question>').option('-m, --model <name>', 'which model', 'gpt-5.4-nano').action(async (question, options) => {
  await ask(question, options);
});
const other = program.command('other').description('asks otherwise');
other.option('--model <name>', 'which model', 'gpt-4.1').argument('[question]').action(ask);
program.command('third').requiredOption('--model <name>', 'which model').action(({ model = 'gpt-4.1-mini' }) => ask('Three.', { model, cap: 1 }));
program.parse();
`;
    assert.deepEqual(await heads({ 'a.js': source, 'ask.js': ask }, 'a.js'), [
      'wrapper-call openai-responses openai gpt-5.4-mini (default) cap 300 via ask',
      'wrapper-call openai-responses openai gpt-5.4 (default) cap 9 via ask',
      'wrapper-call openai-responses openai gpt-5.4-nano (default) cap unknown via ask',
      'wrapper-call openai-responses openai gpt-4.1 (default) cap unknown via ask',
      'wrapper-call openai-responses openai gpt-4.1-mini (default) cap 1 via ask',
    ]);
  });

  it('of cac stand in a table, and what goes by the same names elsewhere says nothing', async () => {
    const source = `
import cac from 'cac';
import { ask } from './ask';
import { menu } from './menu';
const cli = cac('helper');
cli.command('ask <question>', 'asks').option('--model <name>', 'which model', { default: 'gpt-5.4-nano' }).action((question, options) => ask(question, options));
menu.command('ask', 'asks').option('--model', 'which', { default: 'gpt-5.4' }).action((question, options) => ask(question, options));
`;
    assert.deepEqual(await heads({ 'a.js': source, 'ask.js': ask }, 'a.js'), [
      'wrapper-call openai-responses openai gpt-5.4-nano (default) cap unknown via ask',
      'wrapper-call openai-responses openai ? comes from the parameter options.model (unknown) cap unknown via ask',
    ]);
  });
});
