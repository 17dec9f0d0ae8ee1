import * as Plot from '@observablehq/plot';
import type { TemplateResult } from 'lit';
import type { Currency } from '../../core/present/currency';
import type { CompositionRow } from '../../core/present/estimator/composition';
import type { GrowthRow } from '../../core/present/estimator/growth-rows';
import type { HitRateLine } from '../../core/present/estimator/hit-rate-line';
import type { ModelCompared } from '../../core/present/estimator/models-compared';
import type { TurnLines } from '../../core/present/estimator/turn-lines';
import type { WaterfallRow } from '../../core/present/estimator/waterfall-rows';
import type { Numerals } from '../../core/present/numerals';
import { chart } from '../frame/chart';

const BLUE = 'var(--vscode-charts-blue)';
const GREEN = 'var(--vscode-charts-green)';
const RED = 'var(--vscode-charts-red)';
const EDGE = 'var(--vscode-contrastBorder, transparent)';
const LINES = [BLUE, 'var(--vscode-charts-orange)', GREEN, 'var(--vscode-charts-purple)', RED];
/** Lines differ by their dashes too, for whoever doesn't see the colours apart. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 2'];

const WIDE_LABELS = 150;

/** An axis of money: charts are given dollars and drawn in the currency that is written. */
function moneyScale({ code, perUsd }: Currency, of = '') {
  return { label: `${code === 'USD' ? 'US dollars' : code}${of}`, ...(perUsd === 1 ? {} : { transform: (usd: number) => usd * perUsd }) };
}

export function compositionChart(rows: readonly CompositionRow[], { currency }: Numerals): TemplateResult {
  const bars = rows.flatMap(row => [
    { label: row.label, of: 'today', usd: row.todayUsd },
    { label: row.label, of: 'with levers', usd: row.afterUsd },
  ]);
  return chart('What the money is for, today and with the levers; the table below has the values', {
    marginLeft: WIDE_LABELS,
    marginRight: 80,
    height: rows.length * 40 + 30,
    x: { ...moneyScale(currency), grid: true, ticks: 5 },
    y: { axis: null, domain: ['today', 'with levers'] },
    fy: { label: null, domain: rows.map(row => row.label), padding: 0.15 },
    marks: [
      Plot.barX(bars, { x: 'usd', y: 'of', fy: 'label', fill: bar => (bar.of === 'today' ? BLUE : GREEN), stroke: EDGE }),
      Plot.text(bars, { x: 'usd', y: 'of', fy: 'label', text: 'of', textAnchor: 'start', dx: 4, fill: 'currentColor' }),
      Plot.axisFy({ anchor: 'left', label: null, tickSize: 0, marginLeft: WIDE_LABELS, textAnchor: 'end', dx: -WIDE_LABELS / 20 }),
      Plot.ruleX([0]),
    ],
  });
}

export function waterfallChart(rows: readonly WaterfallRow[], { currency }: Numerals): TemplateResult {
  const fills = { total: BLUE, saves: GREEN, costs: RED } as const;
  return chart('From the bill of today to what the levers leave of it; the table below has the values', {
    marginLeft: WIDE_LABELS,
    marginRight: 80,
    height: rows.length * 30 + 40,
    x: { ...moneyScale(currency), grid: true, ticks: 5 },
    y: { label: null, domain: rows.map(row => row.label) },
    marks: [
      Plot.barX(rows, { x1: 'fromUsd', x2: 'toUsd', y: 'label', fill: row => fills[row.kind as WaterfallRow['kind']], stroke: EDGE }),
      Plot.text(rows, {
        x: row => Math.max(row.fromUsd, row.toUsd),
        y: 'label',
        text: 'text',
        textAnchor: 'start',
        dx: 5,
        fill: 'currentColor',
      }),
      Plot.ruleX([0]),
    ],
  });
}

export function turnsChart({ lines }: TurnLines, { currency }: Numerals): TemplateResult {
  const points = lines.flatMap(({ strategy, usd }) => usd.map((dollars, index) => ({ strategy, turn: index + 1, usd: dollars })));
  const ends = points.filter((point, index) => points[index + 1]?.strategy !== point.strategy);
  const labels = apart(ends, Math.max(...points.map(({ usd }) => usd)) / 18);
  return chart('What each turn costs, by what is sent again; the table below has the values', {
    marginRight: 160,
    height: 300,
    x: { label: 'Turn', ticks: 10, tickFormat: 'd' },
    y: { ...moneyScale(currency, ' for 1,000 calls'), grid: true, zero: true },
    marks: [
      ...lines.map(({ strategy }, index) =>
        Plot.line(
          points.filter(point => point.strategy === strategy),
          {
            x: 'turn',
            y: 'usd',
            stroke: LINES[index % LINES.length] ?? BLUE,
            strokeWidth: 2,
            strokeDasharray: DASHES[index % DASHES.length] ?? '',
          },
        ),
      ),
      Plot.text(labels, { x: 'turn', y: 'usd', text: 'strategy', textAnchor: 'start', dx: 6, fill: 'currentColor' }),
      Plot.ruleY([0]),
    ],
  });
}

/** Labels at the ends of lines, moved up where they would stand on each other. */
function apart<Label extends { readonly usd: number }>(labels: readonly Label[], gap: number): readonly Label[] {
  let below = Number.NEGATIVE_INFINITY;
  return [...labels]
    .sort((a, b) => a.usd - b.usd)
    .map(label => {
      below = Math.max(label.usd, below + gap);
      return { ...label, usd: below };
    });
}

export function modelsChart(rows: readonly ModelCompared[], { currency }: Numerals): TemplateResult {
  return chart('What all calls would cost on each model; the table below has the values', {
    marginLeft: WIDE_LABELS,
    marginRight: 80,
    height: rows.length * 26 + 40,
    x: { ...moneyScale(currency), grid: true, ticks: 5 },
    y: { label: null, domain: rows.map(row => row.id) },
    marks: [
      Plot.barX(rows, {
        x: 'usd',
        y: 'id',
        fill: row => (row.isInUse ? BLUE : 'var(--vscode-charts-foreground)'),
        fillOpacity: 0.8,
        stroke: EDGE,
      }),
      Plot.text(rows, { x: 'usd', y: 'id', text: 'text', textAnchor: 'start', dx: 5, fill: 'currentColor' }),
      Plot.ruleX([0]),
    ],
  });
}

export function hitRateChart({ points, uncachedUsd }: HitRateLine, { currency }: Numerals): TemplateResult {
  return chart('What the calls cost at each share of cache hits; the table below has the values', {
    marginLeft: 60,
    marginRight: 130,
    height: 280,
    x: { label: 'Share of calls that find the prefix in the cache', percent: true },
    y: { ...moneyScale(currency), grid: true, zero: true },
    marks: [
      Plot.ruleY([uncachedUsd], { stroke: 'currentColor', strokeDasharray: '4 3' }),
      Plot.text([uncachedUsd], {
        y: usd => usd,
        frameAnchor: 'right',
        text: () => 'without caching',
        textAnchor: 'start',
        dx: 6,
        fill: 'currentColor',
      }),
      Plot.line(points, { x: 'hitRate', y: 'usd', stroke: BLUE, strokeWidth: 2 }),
      Plot.dot(points, { x: 'hitRate', y: 'usd', fill: BLUE, stroke: EDGE }),
      Plot.ruleY([0]),
    ],
  });
}

export function growthChart(rows: readonly GrowthRow[], { currency }: Numerals): TemplateResult {
  const lines = [
    rows.map(({ month, todayUsd }) => ({ month, usd: todayUsd, label: 'as it stands' })),
    rows.map(({ month, afterUsd }) => ({ month, usd: afterUsd, label: 'with levers' })),
  ];
  const ends = lines.flatMap(points => points.slice(-1));
  return chart('What the months to come cost; the table below has the values', {
    marginLeft: 60,
    marginRight: 130,
    height: 280,
    x: { label: 'Months from now', ticks: rows.length - 1, tickFormat: 'd' },
    y: { ...moneyScale(currency, ' a month'), grid: true, zero: true },
    marks: [
      ...lines.map((points, index) =>
        Plot.line(points, {
          x: 'month',
          y: 'usd',
          stroke: index === 0 ? BLUE : GREEN,
          strokeWidth: 2,
          strokeDasharray: DASHES[index] ?? '',
        }),
      ),
      Plot.text(apart(ends, Math.max(...ends.map(({ usd }) => usd)) / 16), {
        x: 'month',
        y: 'usd',
        text: 'label',
        textAnchor: 'start',
        dx: 6,
        fill: 'currentColor',
      }),
      Plot.ruleY([0]),
    ],
  });
}
