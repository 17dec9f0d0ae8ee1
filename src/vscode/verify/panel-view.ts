import path from 'node:path';
import * as vscode from 'vscode';
import type { ResultView, VerifyView } from '../../core/present/verify/verify-view';
import { functionName } from '../../core/request/function-name';
import type { ChosenSamples } from '../../core/verify/samples';
import type { TrialProgress } from '../../node/verify/run-trial';
import { spentText } from './finish-run';
import { canRun, type Trial, type VerifyContext } from './load-trial';

/** What the panel's session knows by now. */
export interface Shown {
  readonly trial: Trial;
  readonly samples: ChosenSamples | undefined;
  /** Absolute path of the file that the samples come from. */
  readonly file: string | undefined;
  readonly problem: string | undefined;
  readonly progress: TrialProgress | undefined;
  readonly result: ResultView | undefined;
}

export function panelView(shown: Shown, { numerals, settings }: Pick<VerifyContext, 'numerals' | 'settings'>): VerifyView {
  const { trial, samples, file, problem, progress, result } = shown;
  const { target } = trial;
  const uri = vscode.Uri.parse(target.uri);
  const name = functionName({ symbol: target.identity.slice(0, target.identity.indexOf('/')) });
  const { limitUsd } = settings.current.verify;
  return {
    title: name || path.posix.basename(uri.path),
    path: vscode.workspace.asRelativePath(uri),
    change: target.title,
    ...(canRun(trial)
      ? {
          holes: trial.plan.holes,
          notes: trial.plan.notes,
          sides: (['today', 'changed'] as const).map(side => ({
            side,
            model: trial.plan[side].request.model,
            routes: trial.routes[side].map(({ id, label }) => ({ id, label })),
          })),
          defaults: { limitUsd, criterion: trial.criterion },
        }
      : { refused: trial.refused, holes: [], notes: [], sides: [], defaults: { limitUsd, criterion: 'exact' } }),
    ...(samples === undefined
      ? {}
      : { samples: { text: samplesText(samples, file), problems: [...(problem === undefined ? [] : [problem]), ...samples.problems] } }),
    ...(progress === undefined
      ? {}
      : {
          progress: {
            done: progress.done,
            of: progress.of,
            text: `${progress.done} of ${progress.of}, ${spentText(progress, numerals)}`,
          },
        }),
    ...(result === undefined ? {} : { result }),
  };
}

function samplesText({ samples, rows, usable }: ChosenSamples, file: string | undefined): string {
  const from = file === undefined ? '' : ` of ${path.basename(file)}`;
  if (rows === 0) return file === undefined ? 'No samples yet.' : `Nothing was read${from}.`;
  const lacking = rows === usable ? '' : `, ${(rows - usable).toLocaleString('en')} of ${rows.toLocaleString('en')} rows lack something`;
  return `${samples.length.toLocaleString('en')} of ${usable.toLocaleString('en')} samples${from}${lacking}.`;
}
