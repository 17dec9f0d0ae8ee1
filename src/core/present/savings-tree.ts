import type { Finding } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import { isAside } from './aside';
import { moneyQuantum, type Numerals, perThousand } from './numerals';
import type { FileSpend } from './spend';
import type { TreeNode } from './tree-node';

interface Saving extends TreeNode {
  readonly usd: number;
}

/** What could be saved, by rule, the largest first. Savings are not added up: several at one call are less than their sum. */
export function savingsTree(files: readonly FileSpend[], numerals: Numerals): readonly TreeNode[] {
  const byRule = new Map<string, Saving[]>();
  for (const file of files.filter(each => !isAside(each.path))) {
    for (const finding of file.findings)
      byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), savingNode(file, finding, numerals)]);
  }
  const rules = [...byRule].map(([rule, found]): Saving => {
    const children = sorted(found);
    const usd = Math.max(...children.map(child => child.usd));
    const largest = children[0]?.usd ? `largest ${children[0].description}` : '';
    const places = `${numerals.integer(found.length)} ${found.length === 1 ? 'place' : 'places'}`;
    return {
      id: rule,
      label: rule,
      description: [places, largest].filter(part => part !== '').join(' · '),
      tooltip: '',
      icon: 'rule',
      children,
      usd,
    };
  });
  return sorted(rules);
}

function savingNode(file: FileSpend, finding: Finding, numerals: Numerals): Saving {
  const money: Estimate | undefined = finding.saving !== undefined && isKnown(finding.saving) ? perThousand(finding.saving) : undefined;
  return {
    id: `${finding.rule}/${file.path}/${finding.at.start}`,
    label: file.path.slice(file.path.lastIndexOf('/') + 1),
    description:
      money === undefined
        ? finding.certainty === 'suspected'
          ? 'suspected'
          : ''
        : `−${numerals.amount(money.value, moneyQuantum(money))}/1k`,
    tooltip: finding.message,
    icon: 'finding',
    opens: finding.at,
    children: [],
    usd: money?.value ?? 0,
  };
}

function sorted<T extends Saving>(nodes: readonly T[]): readonly T[] {
  return [...nodes].sort((a, b) => b.usd - a.usd || a.label.localeCompare(b.label, 'en'));
}
