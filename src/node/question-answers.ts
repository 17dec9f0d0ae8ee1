import type { Refusal } from '../core/source/edit';
import type { Counters } from '../core/tokens/counter';
import type { FromWorker, ToWorker } from '../protocol/worker';
import type { AnalysedDocuments } from './analysed-documents';
import { answerCompress, answerEdit, answerExplain } from './analysis-answers';
import { modelChoices, modelFacts } from './catalogue-answers';
import { answerCommitted } from './committed-answer';
import type { CommittedTexts } from './committed-texts';
import { countForModels } from './count-for-models';
import type { Environments } from './environments';
import { answerFixAll, answerSaving } from './fix-all-answers';
import type { KeptPrices } from './kept-prices';
import { answerTrial } from './trial-answers';
import type { WaitedAnswers } from './waited-answers';

/** Messages of the host that are answered by one with the same number. */
export type Question = Extract<ToWorker, { request: number }>;

export interface AnswersParts {
  readonly documents: AnalysedDocuments;
  readonly committedTexts: CommittedTexts;
  readonly waited: WaitedAnswers;
  readonly counters: Counters;
  readonly keptPrices?: KeptPrices;
  now(): Date;
  failed(what: string, error: unknown): void;
}

type Answer = FromWorker | Promise<FromWorker>;

/** `environments`: as configured now; undefined: nothing is yet. No answer: there is nowhere to keep prices. */
export function answerTo(question: Question, environments: Environments | undefined, parts: AnswersParts): Answer | undefined {
  const { documents, committedTexts, waited, counters, keptPrices, now, failed } = parts;
  const { type, request } = question;
  const catalogue = environments?.catalogue;
  switch (type) {
    case 'edit': {
      const what = `${question.uri}, ${question.fixId}`;
      return orRefusal(what, 'This fix', answerEdit(question, documents)).then(result => ({ type, request, result }));
    }
    case 'compress': {
      const what = `${question.uri}, compression`;
      const answer = answerCompress(question, documents, environments);
      return orRefusal(what, 'The compression', answer).then(result => ({ type, request, result }));
    }
    case 'fix-all':
      return waited.answer(request, environments, ports => answerFixAll(question.ask, ports)).then(result => ({ type, request, result }));
    case 'trial':
      return waited
        .answer(request, environments, ports => answerTrial(question.uri, question.ask, ports))
        .then(result => ({ type, request, result }));
    case 'explain-saving':
      return waited
        .answer(request, environments, ports => answerSaving(question.chosen, question.version, ports))
        .then(result => ({ type, request, result }));
    case 'explain':
      return { type, request, lines: answerExplain(question, documents) };
    case 'count': {
      const counts = catalogue === undefined ? [] : countForModels(question.text, question.models, catalogue, counters, now());
      return { type, request, counts };
    }
    case 'committed':
      return answerCommitted(question, committedTexts, environments);
    case 'models':
      return { type, request, models: modelChoices(catalogue, now()) };
    case 'model-facts':
      return { type, request, models: modelFacts(question.ids, catalogue, now()) };
    case 'refresh-prices':
      return keptPrices?.keep(question.answer, now()).then(result => ({ type, request, ...result }));
  }

  async function orRefusal<T>(what: string, name: string, answer: Promise<T>): Promise<T | Refusal> {
    try {
      return await answer;
    } catch (error) {
      failed(what, error);
      return { refused: `${name} failed; the output channel says why. Nothing was changed.` };
    }
  }
}
