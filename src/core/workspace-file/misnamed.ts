import { readSelector } from './call-selector';
import type { WorkspaceFile } from './file-schema';

export interface Misnamed {
  /** Of the key that names it. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Names that stand for nothing in the file. They do no harm, but somebody meant something by them. */
export function misnamed({ features = {}, calls = {}, tasks = {}, budgets = {} }: WorkspaceFile): readonly Misnamed[] {
  const known = (feature: string) => Object.hasOwn(features, feature);
  const selectors = [
    ...Object.keys(calls).map(selector => ({ selector, path: ['calls', selector] })),
    ...Object.entries(tasks).flatMap(([task, said]) =>
      Object.keys(said.calls).map(selector => ({ selector, path: ['tasks', task, 'calls', selector] })),
    ),
  ];
  const unknown = selectors.flatMap(({ selector, path }) => {
    const read = readSelector(selector);
    return read.kind === 'feature' && !known(read.feature) ? [{ path, message: noFeature(read.feature) }] : [];
  });
  const nested = Object.entries(features).flatMap(([feature, members]) =>
    members.flatMap((member, index) =>
      readSelector(member).kind === 'feature'
        ? [
            {
              path: ['features', feature, index],
              message: 'A feature is made of calls and globs, not of other features. This names no call.',
            },
          ]
        : [],
    ),
  );
  const budgeted = Object.keys(budgets.features ?? {}).filter(feature => !known(feature));
  return [...unknown, ...nested, ...budgeted.map(feature => ({ path: ['budgets', 'features', feature], message: noFeature(feature) }))];
}

function noFeature(feature: string): string {
  return `No feature is called "${feature}": "features" names them. This counts for no call.`;
}
