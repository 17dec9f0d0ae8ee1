import * as vscode from 'vscode';
import type { TreeNode } from '../../core/present/tree-node';
import { COMMANDS, INTERNAL_COMMANDS } from './command-names';

const ICONS: Readonly<Record<TreeNode['icon'], vscode.ThemeIcon>> = {
  folder: vscode.ThemeIcon.Folder,
  file: vscode.ThemeIcon.File,
  call: new vscode.ThemeIcon('symbol-method'),
  prompt: new vscode.ThemeIcon('comment-discussion'),
  aside: new vscode.ThemeIcon('beaker'),
  rule: new vscode.ThemeIcon('lightbulb'),
  finding: new vscode.ThemeIcon('circle-small-filled'),
  task: new vscode.ThemeIcon('target'),
  together: new vscode.ThemeIcon('checklist'),
};

/** Wider than the spaces within an amount or a name. */
const BETWEEN = '\u2002';

/** Shows rows that core has arranged. They are made when they are first asked for after a change. */
export class TreeOfNodes implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #make: () => readonly TreeNode[];
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #made: { readonly roots: readonly TreeNode[]; readonly parents: ReadonlyMap<TreeNode, TreeNode | undefined> } | undefined;

  constructor(make: () => readonly TreeNode[]) {
    this.#make = make;
  }

  refresh(): void {
    this.#made = undefined;
    this.#changed.fire(undefined);
  }

  nodes(): Iterable<TreeNode> {
    return this.#tree().parents.keys();
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node?.children ?? this.#tree().roots)];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#tree().parents.get(node);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const isOpen = node.icon !== 'aside' && node.icon !== 'file' && node.icon !== 'task';
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const named = [node.amount, node.label].filter(part => part !== '').join(BETWEEN);
    const item = new vscode.TreeItem(named, node.children.length === 0 ? None : isOpen ? Expanded : Collapsed);
    item.id = node.id;
    item.description = node.description;
    const said = [node.label, node.amount, node.description].filter(part => part !== '');
    item.tooltip = [said.join(' · '), node.tooltip].filter(line => line !== '').join('\n');
    item.iconPath = ICONS[node.icon];
    item.accessibilityInformation = { label: said.join(', ') };
    if (node.explains !== undefined) item.contextValue = 'explained';
    if (node.explains === 'all') item.command = { title: 'Explain', command: COMMANDS.explainSaving, arguments: [node] };
    if (node.opens !== undefined && node.children.length === 0) {
      item.command = { title: 'Open', command: INTERNAL_COMMANDS.openPlace, arguments: [node.opens] };
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tree() {
    this.#made ??= this.#arrange();
    return this.#made;
  }

  #arrange() {
    const roots = this.#make();
    const parents = new Map<TreeNode, TreeNode | undefined>();
    const walk = (nodes: readonly TreeNode[], parent: TreeNode | undefined) => {
      for (const node of nodes) {
        parents.set(node, parent);
        walk(node.children, node);
      }
    };
    walk(roots, undefined);
    return { roots, parents };
  }
}
