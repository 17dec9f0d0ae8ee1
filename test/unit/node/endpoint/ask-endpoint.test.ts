import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askEndpoint } from '../../../../src/node/endpoint/ask-endpoint';
import type { EndpointAnswer } from '../../../../src/node/endpoint/endpoint';

interface Received {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

describe('a question to an endpoint', () => {
  let server: Server | undefined;
  let received: Received[] = [];

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
    received = [];
  });

  async function serve(answer: (response: ServerResponse) => void): Promise<string> {
    const listener: RequestListener = (request, response) => {
      void bodyOf(request).then(body => {
        received.push({ path: request.url, authorization: request.headers.authorization, body });
        answer(response);
      });
    };
    server = createServer(listener);
    await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const ask = (host: string, others: { key?: string; timeoutMs?: number; signal?: AbortSignal } = {}): Promise<EndpointAnswer> =>
    askEndpoint({
      baseUrl: `http://${host}/v1`,
      wire: 'openai-chat',
      model: 'small',
      key: others.key,
      messages: [
        { role: 'system', text: 'Shorten.' },
        { role: 'user', text: 'Please help.' },
      ],
      parameters: {},
      capsCompletion: false,
      streams: false,
      timeoutMs: others.timeoutMs ?? 5000,
      signal: others.signal ?? new AbortController().signal,
    });

  const json = (status: number, body: unknown) => (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const said = (content: unknown, finish = 'stop') =>
    json(200, { choices: [{ message: { role: 'assistant', content }, finish_reason: finish }] });

  it('brings back what the model said', async () => {
    const host = await serve(said('Help.'));
    const answer = await ask(host, { key: 'secret' });
    assert.equal('answer' in answer && answer.answer, 'Help.');
    assert.deepEqual(received, [
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer secret',
        body: {
          model: 'small',
          messages: [
            { role: 'system', content: 'Shorten.' },
            { role: 'user', content: 'Please help.' },
          ],
        },
      },
    ]);
  });

  it('sends no key where there is none', async () => {
    const host = await serve(said('Help.'));
    await ask(host);
    assert.equal(received[0]?.authorization, undefined);
  });

  const failures: readonly (readonly [what: string, answer: (response: ServerResponse) => void, says: RegExp])[] = [
    ['refuses the key', json(401, { error: { message: 'bad key' } }), /refused the key \(status 401\)/],
    ['does not know the model', json(404, { error: { message: 'no model' } }), /knows no such address or model/],
    [
      'is over its quota',
      json(429, { error: { message: 'You exceeded your quota.', code: 'insufficient_quota' } }),
      /quota .*You exceeded your quota\./,
    ],
    ['has a fault', json(500, { error: { message: 'oops' } }), /status 500: .*oops\./],
    [
      'answers with a page',
      response => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>hello</html>'),
      /nothing that is a text/,
    ],
    [
      'answers with broken JSON',
      response => response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": ['),
      /could not be read/,
    ],
    ['answers with other JSON', json(200, { hello: [1] }), /nothing that is a text/],
    ['answers with nothing', said('  '), /nothing that is a text/],
    ['cuts its answer off', said('Hel', 'length'), /cut off/],
    ['sends elsewhere', response => response.writeHead(302, { location: 'http://127.0.0.1:1/v1' }).end(), /could not be reached/],
    ['hangs up', response => response.destroy(), /could not be reached/],
  ];
  for (const [what, answer, says] of failures) {
    it(`says what happened when the endpoint ${what}, and asks only once`, async () => {
      const host = await serve(answer);
      const result = await ask(host, { key: 'secret' });
      assert.ok('failed' in result, JSON.stringify(result));
      assert.match(result.failed, says);
      assert.ok(result.failed.includes(host), result.failed);
      assert.ok(!result.failed.includes('secret'));
      assert.equal(received.length, 1);
    });
  }

  it('says so when nobody is there', async () => {
    const host = await serve(said(''));
    server?.close();
    const result = await ask(host);
    assert.ok('failed' in result && /could not be reached: .*ECONNREFUSED/.test(result.failed), JSON.stringify(result));
  });

  it('does not wait longer than it is told, even once the answer has begun', async () => {
    for (const begin of [
      () => undefined,
      (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
    ]) {
      const host = await serve(begin);
      const result = await ask(host, { timeoutMs: 300 });
      assert.ok('failed' in result && /did not answer within 0 seconds/.test(result.failed), JSON.stringify(result));
      server?.closeAllConnections();
      server?.close();
    }
  });

  it('can be cancelled', async () => {
    const host = await serve(() => undefined);
    const cancelling = new AbortController();
    setTimeout(() => cancelling.abort(), 100);
    assert.deepEqual(await ask(host, { signal: cancelling.signal }), { cancelled: true });
  });
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text);
}
