import * as vscode from 'vscode';
import { hoverTargets } from '../../core/present/hover-targets';
import type { Link } from '../../core/present/markdown';
import { priceCard } from '../../core/present/price-card';
import { requestHover } from '../../core/present/request-hover';
import type { Finding, Quote } from '../../core/quote/analysis';
import { COMMANDS, INTERNAL_COMMANDS, type SiteArguments } from '../platform/command-names';
import { SELECTOR } from '../platform/selected-documents';
import { standsIn, toRange } from '../platform/spans';
import { tellWalkthrough } from '../platform/walkthrough-steps';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';

/** The breakdown of a request, and a model's price card. */
export function registerHover({ service, callers, settings, numerals }: WindowContext): vscode.Disposable {
  /** The editor shows a problem at its own place by itself, right above this hover; all but hints. */
  const notShownAt = (position: vscode.Position, document: vscode.TextDocument, findings: readonly Finding[]) =>
    findings.filter(({ at, severity, unfixable }) => {
      const isShown = settings.current.diagnostics && severity !== 'hint' && unfixable === undefined && standsIn(document, at);
      return !(isShown && toRange(document, at).contains(position));
    });

  return vscode.languages.registerHoverProvider(SELECTOR, {
    async provideHover(document, position, token) {
      if (!settings.current.hover || !service.documents.has(document)) return undefined;
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      if (analysis === undefined) return undefined;
      for (const found of analysis.quotes) {
        const quote = callers.asItCounts(document, analysis, found);
        for (const { range, shows } of targetsIn(document, quote)) {
          if (!range.contains(position)) continue;
          const text =
            shows === 'model' && quote.model !== undefined
              ? priceCard(quote.model, numerals)
              : requestHover(quote, notShownAt(position, document, analysis.findings), linksOf(document, quote), numerals);
          void tellWalkthrough('hoverSeen');
          return new vscode.Hover(withOurCommands(text), range);
        }
      }
      return undefined;
    },
  });
}

interface Target {
  readonly range: vscode.Range;
  readonly shows: 'request' | 'model';
}

function targetsIn(document: vscode.TextDocument, quote: Quote): readonly Target[] {
  const targets = hoverTargets(quote).filter(({ at }) => standsIn(document, at));
  const inText = targets.map(({ at, shows }): Target => ({ range: toRange(document, at), shows }));
  return quote.site.kind === 'prompt-file' ? [...inText, { range: headOf(document, quote), shows: 'request' }] : inText;
}

/** Below the lens of a prompt: its fence, or no more than its first word where it is all prompt. */
function headOf(document: vscode.TextDocument, { site }: Quote): vscode.Range {
  const { line, character } = document.positionAt(site.at.start);
  const [head = ''] = /^\s*(?:---|\+\+\+)\s*$|^[^\p{L}]*\p{L}*/u.exec(document.lineAt(line).text.slice(character)) ?? [];
  return new vscode.Range(line, character, line, character + head.length);
}

function linksOf(document: vscode.TextDocument, quote: Quote): readonly Link[] {
  const site: SiteArguments = { uri: document.uri.toString(), identity: quote.site.identity };
  const link = (label: string, command: string): Link => ({
    label,
    href: `command:${command}?${encodeURIComponent(JSON.stringify([site]))}`,
  });
  const links = [link('Actions…', INTERNAL_COMMANDS.showActions), link('How it came about', COMMANDS.showExplanation)];
  if (!quote.site.isWrapper) links.push(link('Calls a day…', COMMANDS.stateTraffic));
  if (quote.modelAssumed || quote.model === undefined) links.push(link('Reference model…', COMMANDS.chooseReferenceModel));
  return links;
}

const LINKED = [INTERNAL_COMMANDS.showActions, COMMANDS.showExplanation, COMMANDS.stateTraffic, COMMANDS.chooseReferenceModel];

/** Only these commands may be run from the text, whatever a prompt or a setting put into it. */
function withOurCommands(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text);
  markdown.isTrusted = { enabledCommands: LINKED };
  return markdown;
}
