import { type ChosenFix, proposedFixes } from '../fixes/chosen-fix';
import type { Finding } from '../quote/analysis';
import { type Estimate, isKnown, sum } from '../quote/basis';
import type { JointSaving } from '../quote/joint-saving';
import { functionName } from '../request/function-name';
import { addedSavings, savedTogether } from './added-savings';
import { isAside } from './aside';
import { type FoundOnce, foundOnce, pathOf } from './found-once';
import { type Numerals, savedPerThousand } from './numerals';
import { shortestPaths } from './shortest-paths';
import type { FileSpend } from './spend';
import type { TreeNode } from './tree-node';

/** How findings are listed: under their rules, or the largest saving first. */
export type SavingsOrder = 'rule' | 'money';

interface Saving extends TreeNode {
  /** US dollars per call. */
  readonly usd: number;
}

/** What could be saved: all of it together, then each finding. Savings at one call are less than their sum, so none is summed up here. */
export function savingsTree(files: readonly FileSpend[], order: SavingsOrder, numerals: Numerals): readonly TreeNode[] {
  const own = files.filter(each => !isAside(each.path));
  const found = foundIn(own).map(each => ({ ...each, path: pathOf(each, each.file) }));
  const labels = shortestPaths([...new Set(found.map(({ path }) => path))]);
  const fixes = new Map(own.flatMap(file => proposedFixes(file).map(({ finding, chosen }) => [finding, chosen] as const)));
  const nodes = toldApart(
    found.map(each => savingNode(each, { label: labels.get(each.path) ?? each.path, chosen: fixes.get(each.finding) }, numerals)),
  );
  const listed = order === 'rule' ? ruleNodes(own, nodes, numerals) : sorted(nodes.map(withRule));
  return [...togetherNode(jointSavings(own), numerals), ...listed];
}

/** How many places the tree lists. */
export function savingPlaces(files: readonly FileSpend[]): number {
  return foundIn(files.filter(each => !isAside(each.path))).length;
}

function foundIn(files: readonly FileSpend[]): readonly FoundOnce<FileSpend>[] {
  return foundOnce(files, ({ findings }) => findings);
}

/** Of the files that have any: what all of a file's fixes save when they are made together. */
export function jointSavings(files: readonly FileSpend[]): readonly JointSaving[] {
  return files.flatMap(({ path, savings }) => (savings === undefined || isAside(path) ? [] : [savings.together]));
}

/** What sums of the same amounts may differ by. */
const ROUNDING = 1e-6;

interface PlacedSaving extends Saving {
  readonly rule: string;
  /** Of one call, where it is known. */
  readonly saving?: Estimate | undefined;
  /** The function, where a file has several findings, or for how many files it is; and how sure it is, where nothing is known to be saved. */
  readonly where: string;
  readonly line: number | undefined;
}

function togetherNode(joint: readonly JointSaving[], numerals: Numerals): readonly TreeNode[] {
  if (joint.length === 0) return [];
  const fixes = joint.reduce((total, { fixes: some }) => total + some.length, 0);
  const requests = joint.reduce((total, { requests: some }) => total + some.length, 0);
  const saving = sum(joint.map(each => each.saving));
  return [
    {
      id: 'together',
      label: fixes === 1 ? 'The one fix that saves' : fixes === 2 ? 'Both fixes together' : `All ${numerals.integer(fixes)} fixes together`,
      amount: less(savedTogether(joint, numerals)),
      description: '',
      tooltip: `Made together and quoted again, for 1,000 calls of each of ${numerals.integer(requests)} ${requests === 1 ? 'request' : 'requests'}: ${saving.basis}, ${saving.why}.`,
      icon: 'together',
      explains: 'all',
      children: [],
    },
  ];
}

function ruleNodes(files: readonly FileSpend[], nodes: readonly PlacedSaving[], numerals: Numerals): readonly Saving[] {
  const rules = [...new Set(nodes.map(({ rule }) => rule))];
  return sorted(
    rules.map((rule): Saving => {
      const children = sorted(nodes.filter(node => node.rule === rule));
      const joint = files.flatMap(({ savings }) => savings?.byRule[rule] ?? []);
      const together = joint.length === 0 ? undefined : sum(joint);
      const places = `${numerals.integer(children.length)} ${children.length === 1 ? 'place' : 'places'}`;
      return {
        id: rule,
        label: rule,
        amount: together === undefined ? '' : togetherText(together, children, numerals),
        description: joined(together === undefined ? largest(children) : '', places),
        tooltip: together === undefined ? '' : 'What the fixes of this rule save when they are made together.',
        icon: 'rule',
        children,
        usd: together?.value ?? Math.max(...children.map(child => child.usd)),
      };
    }),
  );
}

function largest([first]: readonly PlacedSaving[]): string {
  return first !== undefined && first.usd > 0 ? `largest ${first.amount}` : '';
}

function savingNode(
  { file, finding, at, others }: FoundOnce<FileSpend>,
  { label, chosen }: { readonly label: string; readonly chosen: ChosenFix | undefined },
  numerals: Numerals,
): PlacedSaving {
  const saving = savingIn(finding);
  const sureness = saving === undefined && finding.certainty === 'suspected' ? 'suspected' : '';
  const quote = file.quotes.find(({ site }) => site.identity === finding.site);
  const place =
    others.length > 0
      ? `for ${numerals.integer(others.length + 1)} files`
      : file.findings.length > 1 && quote !== undefined
        ? functionName(quote.site)
        : '';
  const where = joined(sureness, place);
  const lines = file.findingLines?.[file.findings.indexOf(finding)];
  return {
    id: `${finding.rule}/${file.path}/${finding.at.start}`,
    label,
    amount: saving === undefined ? '' : lessText(saving, numerals),
    description: where,
    tooltip: [
      finding.message,
      saving === undefined ? '' : `${saving.basis}: ${saving.why}`,
      others.length === 0 ? '' : `For the calls in ${[file, ...others.map(other => other.file)].map(({ path }) => path).join(', ')}`,
    ]
      .filter(line => line !== '')
      .join('\n'),
    icon: 'finding',
    opens: at,
    ...(saving === undefined || chosen === undefined ? {} : { explains: chosen }),
    children: [],
    usd: saving?.value ?? 0,
    saving,
    rule: finding.rule,
    where,
    line: others.length > 0 ? (lines?.related ?? lines?.at) : lines?.at,
  };
}

/** With their lines, where several would read the same. */
function toldApart(nodes: readonly PlacedSaving[]): readonly PlacedSaving[] {
  const shown = ({ rule, label, where }: PlacedSaving) => JSON.stringify([rule, label, where]);
  const times = new Map<string, number>();
  for (const node of nodes) times.set(shown(node), (times.get(shown(node)) ?? 0) + 1);
  return nodes.map(node => {
    if (node.line === undefined || times.get(shown(node)) === 1) return node;
    const where = joined(`line ${node.line}`, node.where);
    return { ...node, where, description: where };
  });
}

function withRule(node: PlacedSaving): Saving {
  return { ...node, description: joined(node.rule, node.where) };
}

function joined(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ');
}

function savingIn({ saving }: Finding): Estimate | undefined {
  return saving !== undefined && isKnown(saving) ? saving : undefined;
}

function lessText(perCall: Estimate, numerals: Numerals): string {
  return less(savedPerThousand(perCall, numerals));
}

/** Where fixes save together what each saves alone, as much as the rows below say. */
function togetherText(together: Estimate, children: readonly PlacedSaving[], numerals: Numerals): string {
  const parts = children.flatMap(({ saving }) => saving ?? []);
  const rest = parts.reduce((left, { value }) => left - value, together.value);
  return Math.abs(rest) > together.value * ROUNDING ? lessText(together, numerals) : less(addedSavings(parts, numerals));
}

function less(saved: string): string {
  return `−${saved}/1k`;
}

function sorted<T extends Saving>(nodes: readonly T[]): readonly T[] {
  return [...nodes].sort((a, b) => b.usd - a.usd || a.label.localeCompare(b.label, 'en'));
}
