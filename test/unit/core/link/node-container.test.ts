import assert from 'node:assert/strict';
import { sketchesOf } from '../../link-project';

async function heads(files: Readonly<Record<string, string>>, main: string): Promise<readonly string[]> {
  return (await sketchesOf(files, main)).filter(line => !line.startsWith(' '));
}

const none: Readonly<Record<string, string>> = { 'package.json': '{}' };

describe('what containers of Node.js hand over', () => {
  it('is what NestJS is told to provide under a token or a class', async () => {
    const files = {
      ...none,
      'src/chat/tokens.ts': `
import { Inject } from '@nestjs/common';
export const MODEL = 'MODEL';
export const CLIENT = Symbol('client');
export const Writer = () => Inject(MODEL);
`,
      'src/chat/chat.module.ts': `
import { Module, type Provider } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { ChatOpenAI } from '@langchain/openai';
import OpenAI, { AzureOpenAI } from 'openai';
import { ChatService } from './chat.service';
import { CLIENT, MODEL } from './tokens';
const model: Provider = {
  provide: MODEL,
  useFactory: (config: ConfigService) => new ChatOpenAI({ model: config.get('OPENAI_MODEL', 'gpt-5.4-mini'), maxTokens: 40 }),
  inject: [ConfigService],
};
@Module({
  providers: [
    ChatService,
    model,
    { provide: CLIENT, useValue: new AzureOpenAI() },
    { provide: OpenAI, useFactory: () => { return new OpenAI({ baseURL: 'https://openrouter.ai/api/v1' }); } },
    { provide: 'LIMIT', useValue: 5 },
  ],
})
export class ChatModule {}
`,
      'src/chat/chat.service.ts': `
import { Inject, Injectable } from '@nestjs/common';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import OpenAI from 'openai';
import { CLIENT, MODEL, Writer } from './tokens';
@Injectable()
export class ChatService {
  constructor(
    @Inject(MODEL) private readonly llm: BaseChatModel,
    @Writer() private readonly writer: BaseChatModel,
    @Inject(CLIENT) private readonly azure,
    private readonly client: OpenAI,
    @Inject('LIMIT') private readonly limit: number,
    @Inject('UNHEARD') private readonly unheard: OpenAI,
  ) {}
  one(text: string) { return this.llm.invoke(text); }
  two(text: string) { return this.writer.invoke(text); }
  three(text: string) { return this.azure.responses.create({ model: 'gpt-5.4', input: text }); }
  four(text: string) { return this.client.responses.create({ model: 'openai/gpt-5.4', input: text, max_output_tokens: this.limit }); }
  five(text: string) { return this.unheard.responses.create({ model: 'gpt-5.4', input: text }); }
}
`,
    };
    assert.deepEqual(await heads(files, 'src/chat/chat.service.ts'), [
      'call langchain openai gpt-5.4-mini (environment) cap 40 WRAPPER',
      'call langchain openai gpt-5.4-mini (environment) cap 40 WRAPPER',
      'call openai-responses azure gpt-5.4 (literal) cap absent WRAPPER',
      'call openai-responses openrouter openai/gpt-5.4 (literal) cap unknown WRAPPER',
      'call openai-responses openai gpt-5.4 (literal) cap absent WRAPPER',
    ]);
  });

  it('is what tsyringe and inversify are told to hold', async () => {
    const ask = (from: string, decorator: string, token: string) => `
import { ${decorator}, injectable } from '${from}';
import type OpenAI from 'openai';
import { Asker } from './asker';
@injectable()
export class Desk {
  constructor(@${decorator}(${token}) private readonly client: OpenAI, @${decorator}(Asker) private readonly asker: Asker) {}
  one() { return this.client.responses.create({ model: 'llama-3.3-70b-versatile', input: 'One.' }); }
  two() { return this.asker.ask('Two.'); }
}
`;
    const asker = `
import OpenAI from 'openai';
export class Asker {
  constructor(private readonly model: string) {}
  ask(input: string) { return new OpenAI().responses.create({ model: this.model, input }); }
}
`;
    const tsyringe = {
      ...none,
      'src/asker.ts': asker,
      'src/desk.ts': ask('tsyringe', 'inject', "'Client'"),
      'src/container.ts': `
import { container } from 'tsyringe';
import OpenAI from 'openai';
import { Asker } from './asker';
container.register<OpenAI>('Client', { useValue: new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }) });
container.registerInstance(Asker, new Asker('gpt-5.4'));
`,
    };
    const inversify = {
      ...none,
      'src/asker.ts': asker,
      'src/desk.ts': ask('inversify', 'inject', "Symbol.for('Client')"),
      'src/inversify.config.ts': `
import { Container } from 'inversify';
import OpenAI from 'openai';
import { Asker } from './asker';
const container = new Container();
container.bind<OpenAI>(Symbol.for('Client')).toDynamicValue(() => new OpenAI({ baseURL: 'https://api.groq.com/openai/v1' }));
container.bind(Asker).toConstantValue(new Asker('gpt-5.4'));
`,
    };
    for (const files of [tsyringe, inversify])
      assert.deepEqual(await heads(files, 'src/desk.ts'), [
        'call openai-responses groq llama-3.3-70b-versatile (literal) cap absent',
        'wrapper-call openai-responses openai gpt-5.4 (constant) cap absent via ask',
      ]);
  });
});
