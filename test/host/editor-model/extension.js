const vscode = require('vscode');

const MODEL = {
  id: 'scribe',
  name: 'Scribe',
  family: 'scribe',
  version: '1',
  maxInputTokens: 20_000,
  maxOutputTokens: 4_000,
  capabilities: {},
};
const SHORTER = [
  ['Please look up', 'Look up'],
  ['in order to', 'to'],
];

/** Offered only while a test wants it: what is tested without a model stays so. */
exports.activate = context => {
  let answers = 'none';
  const changed = new vscode.EventEmitter();
  const provider = {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: () => (answers === 'none' ? [] : [MODEL]),
    provideTokenCount: (_, text) => (typeof text === 'string' ? text : textOf([text])).length,
    async provideLanguageModelChatResponse(_, messages, __, progress) {
      if (answers === 'refuses') throw vscode.LanguageModelError.Blocked('over the plan');
      const [, parts = ''] = /((?:<part n="\d+">[\s\S]*<\/part>))/.exec(textOf(messages)) ?? [];
      const said =
        answers === 'sorts'
          ? 'billing'
          : answers === 'nonsense'
            ? 'I would rather not.'
            : SHORTER.reduce((text, [long, short]) => text.replace(long, short), parts);
      // In pieces, as models do.
      for (let at = 0; at < said.length; at += 40) progress.report(new vscode.LanguageModelTextPart(said.slice(at, at + 40)));
    },
  };
  context.subscriptions.push(
    changed,
    vscode.lm.registerLanguageModelChatProvider('promptfare-tests', provider),
    vscode.commands.registerCommand('promptfareTests.offerModel', how => {
      answers = how;
      changed.fire();
    }),
  );
};

function textOf(messages) {
  return messages.flatMap(({ content }) => content.map(part => part.value ?? '')).join('\n');
}
