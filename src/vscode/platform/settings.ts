import * as vscode from 'vscode';
import { type Currency, currencyWithoutRate, statedCurrency, US_DOLLARS } from '../../core/present/currency';
import { PERIODS, type Period } from '../../core/present/estimator/period';
import type { LensDensity, LensOptions } from '../../core/present/lens';
import type { Severity } from '../../core/quote/analysis';
import type { QuoteSettings } from '../../core/quote/settings';
import type { SetOfRule } from '../../core/rules/options';
import { LANGUAGES } from '../../core/source/languages/known-languages';
import { isTexts, settingValues } from './setting-values';
import { siteAddresses } from './workspace-paths';

/** The endpoint that compresses, where the user has set one up. */
export interface CompressionSettings {
  readonly endpoint: string;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Of comparing requests on samples. */
export interface VerifySettings {
  /** Addresses by who sells the model; `*`: of all others. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly limitUsd: number;
  /** Calls that are under way at a time. */
  readonly concurrency: number;
  readonly timeoutMs: number;
}

export interface Settings {
  /** In which windows write money. */
  readonly currency: Currency;
  /** The currency that was asked for, where its rate is lacking and dollars are written. */
  readonly currencyWithoutRate?: string;
  /** For how long the estimator's totals are. */
  readonly estimatedPeriod: Period;
  /** What analysis depends on. */
  readonly quote: QuoteSettings;
  /** Of the user, unchecked: the catalogue says what is wrong with them. */
  readonly prices: unknown;
  readonly codeLens: LensOptions & { readonly enabled: boolean };
  readonly hover: boolean;
  readonly diagnostics: boolean;
  readonly cacheablePrefix: boolean;
  readonly inlayHints: boolean;
  /** Fixes that leave the words of prompts alone are made when a document is saved. */
  readonly fixOnSave: boolean;
  /** Ids of the programming languages that are read. */
  readonly languages: readonly string[];
  readonly comparedModels: readonly string[];
  readonly compression: CompressionSettings;
  readonly verify: VerifySettings;
  /** Globs of files that a scan of the workspace leaves out. */
  readonly scanExclude: readonly string[];
}

export const CODE_LANGUAGES: readonly string[] = LANGUAGES.map(({ id }) => id);
const SEVERITIES: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];
const DENSITIES: readonly LensDensity[] = ['full', 'compact', 'tokens'];

/** The settings as they stand now, and when they change. A wrong value is told once in the log. */
export class SettingsWatch implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #told = new Set<string>();
  readonly #changed = new vscode.EventEmitter<Settings>();
  readonly #subscription: vscode.Disposable;
  #current: Settings | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#subscription = vscode.workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('promptfare')) return;
      this.#current = undefined;
      this.#changed.fire(this.current);
    });
  }

  get current(): Settings {
    this.#current ??= readSettings(problem => {
      if (this.#told.has(problem)) return;
      this.#told.add(problem);
      this.#log.warn(problem);
    });
    return this.#current;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function readSettings(report: (problem: string) => void): Settings {
  const configuration = vscode.workspace.getConfiguration('promptfare');
  // Objects of the configuration are proxies, which can't be sent to the worker.
  const read = (key: string): unknown => {
    const value = configuration.get(key);
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  };
  const values = settingValues(read, report);
  const rules = values.entries('rules', asRuleSetting, `one of ${SEVERITIES.join(', ')}, or a list of that and options`);
  const code = values.text('currency', '');
  const perUsd = values.amount('currencyPerUsd', 0);
  const currency = usableCurrency(code, perUsd, report);
  const withoutRate = currencyWithoutRate(code, perUsd);
  const referenceModel = values.text('referenceModel', '').trim();
  return {
    currency,
    ...(withoutRate === undefined ? {} : { currencyWithoutRate: withoutRate }),
    estimatedPeriod: values.choice('estimatedPeriod', PERIODS, 'month'),
    quote: {
      ...(referenceModel === '' ? {} : { referenceModel }),
      ...(currency === US_DOLLARS ? {} : { currency }),
      severities: Object.fromEntries(Object.entries(rules).map(([rule, { severity }]) => [rule, severity])),
      ruleOptions: Object.fromEntries(
        Object.entries(rules).flatMap(([rule, { options }]) => (options === undefined ? [] : [[rule, options]])),
      ),
      ignore: { '*': [], ...values.entries('ignore', value => (isTexts(value) ? value.map(anywhere) : undefined), 'a list of globs') },
      notCalls: values.texts('notCalls', []).flatMap(siteAddresses),
      promptFiles: values.texts('promptFiles', []).map(anywhere),
    },
    prices: read('prices'),
    codeLens: {
      enabled: values.flag('codeLens.enabled', true),
      density: values.choice('codeLens.density', DENSITIES, 'full'),
      template: values.text('codeLens.template', ''),
      minimumUsdPerThousandCalls: values.amount('codeLens.minimumUsdPerThousandCalls', 0),
    },
    hover: values.flag('hover.enabled', true),
    diagnostics: values.flag('diagnostics.enabled', true),
    cacheablePrefix: values.flag('cacheablePrefix.enabled', true),
    inlayHints: values.flag('inlayHints.enabled', false),
    fixOnSave: values.flag('fixOnSave', false),
    languages: values.texts('languages', CODE_LANGUAGES),
    comparedModels: values.texts('comparedModels', []),
    scanExclude: values.texts('scan.exclude', []),
    verify: {
      endpoints: values.entries('verify.endpoints', value => (typeof value === 'string' ? value.trim() : undefined), 'an address'),
      limitUsd: values.amount('verify.limitUsd', 1),
      concurrency: Math.min(32, Math.max(1, Math.floor(values.amount('verify.concurrency', 4)))),
      timeoutMs: Math.max(1, values.amount('verify.timeoutSeconds', 60)) * 1000,
    },
    compression: {
      endpoint: values.text('compression.endpoint', '').trim(),
      model: values.text('compression.model', '').trim(),
      timeoutMs: Math.max(1, values.amount('compression.timeoutSeconds', 60)) * 1000,
    },
  };
}

/** The rate is the user's: nothing is fetched, and without one dollars are written. */
function usableCurrency(code: string, perUsd: number, report: (problem: string) => void): Currency {
  const stated = statedCurrency(code, perUsd);
  if (typeof stated !== 'string') return stated;
  report(`promptfare.currency ${stated}. Amounts are in US dollars.`);
  return US_DOLLARS;
}

/** `"hint"`, or `["hint", { "leastShare": 0.1 }]`. The options are checked by those who know the rules. */
function asRuleSetting(value: unknown): SetOfRule | undefined {
  const [stated, options, ...more]: readonly unknown[] = Array.isArray(value) ? value : [value];
  const severity = SEVERITIES.find(each => each === stated);
  if (severity === undefined || more.length > 0) return undefined;
  return options === undefined ? { severity } : { severity, options };
}

/** Globs are meant from the workspace folder on; files are known by their whole path. */
function anywhere(glob: string): string {
  return glob.startsWith('**/') || glob.startsWith('/') ? glob : `**/${glob}`;
}
