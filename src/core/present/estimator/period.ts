import { DAYS_PER_MONTH } from '../../spend/calendar';

export const PERIODS = ['day', 'month', 'year'] as const;

/** For how long the estimator's total is, as the user sets it. */
export type Period = (typeof PERIODS)[number];

/** Months in it: a day is a thirtieth, and a year is twelve months as this one. */
export const MONTHS_IN: Readonly<Record<Period, number>> = { day: 1 / DAYS_PER_MONTH, month: 1, year: 12 };
