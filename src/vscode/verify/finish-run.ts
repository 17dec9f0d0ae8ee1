import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { amountQuantum } from '../../core/present/numerals';
import { type ResultView, resultView } from '../../core/present/verify/verify-view';
import { capital } from '../../core/source/capital';
import { compareAnswers } from '../../core/verify/agreement';
import { type ComparedPair, comparePair } from '../../core/verify/outcome';
import { resultOfRun } from '../../core/verify/result-of-run';
import { summarise } from '../../core/verify/summary';
import type { TrialOutcome, TrialSpend } from '../../node/verify/run-trial';
import type { VerifyTarget } from '../platform/verify-target';
import type { VerifyContext } from './load-trial';
import { saveVerification } from './save-verification';
import type { PreparedRun } from './verify-run';

/** Compares what came back, and saves the figures beside the workspace file: what the panel shows of it. */
export async function finishRun(
  run: PreparedRun,
  outcome: TrialOutcome,
  target: VerifyTarget,
  { numerals }: Pick<VerifyContext, 'numerals'>,
): Promise<ResultView> {
  const { plan, samples, state, criterion, bounds } = run;
  const pairs: ComparedPair[] = [];
  for (const pair of outcome.pairs) {
    // Comparing long answers takes a while, in which the editor has to live on.
    await nextTurn();
    pairs.push(comparePair(pair, criterion, compareAnswers));
  }
  const summary = summarise(pairs, state.bar);
  const inputs = samples.map(sample => Object.values(sample).join(' · '));
  const uri = vscode.Uri.parse(target.uri);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  let saved = 'It was not saved: the file is in no folder of the workspace.';
  if (summary.compared === 0) saved = 'It was not saved: nothing could be compared.';
  else if (folder !== undefined)
    saved = await saveVerification(
      folder.uri,
      resultOfRun({
        plan,
        path: path.posix.relative(folder.uri.path, uri.path),
        identity: target.identity,
        at: new Date(),
        ...(plan.change === 'request' ? { title: target.title } : {}),
        criterion,
        summary,
        pairs,
        bounds,
        spentUsd: outcome.spentUsd,
        keepsAnswers: state.keepsAnswers,
      }),
    );
  return {
    ...resultView(summary, pairs, inputs, numerals),
    ...(outcome.stopped === undefined ? {} : { stopped: `It ended early: ${outcome.stopped}` }),
    saved: `${capital(spentText(outcome, numerals))}. ${saved}`,
  };
}

/** `$0.12 spent`, or `at most $0.12 spent` where what some calls cost was not said. */
export function spentText({ spentUsd, isAtMost }: TrialSpend, numerals: VerifyContext['numerals']): string {
  return `${isAtMost ? 'at most ' : ''}${numerals.amount(spentUsd, amountQuantum(spentUsd))} spent`;
}
