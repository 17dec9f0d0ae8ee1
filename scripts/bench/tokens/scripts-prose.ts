import { type Random, upTo } from './random';

/** Languages in as many scripts; what of them stands in the text comes from the engine's own locale data. */
const LOCALES = ['ru', 'el', 'ar', 'he', 'hi', 'th', 'zh', 'ja', 'ko', 'ka', 'am', 'ta', 'hy', 'bn', 'my', 'km', 'vi', 'pl'];

/** Sentences of names, dates, amounts and lists, in one language after the other. */
export function proseInManyScripts(random: Random, units: number): string {
  const speakers = LOCALES.map(locale => sentencesIn(locale, random));
  return upTo(units, () => random.pick(speakers)());
}

function sentencesIn(locale: string, random: Random): () => string {
  const regions = namesIn(locale, 'region', [
    'DE',
    'FR',
    'JP',
    'CN',
    'BR',
    'IN',
    'KE',
    'EG',
    'US',
    'RU',
    'TH',
    'GR',
    'AM',
    'GE',
    'IL',
    'MX',
    'NZ',
    'CH',
  ]);
  const languages = namesIn(locale, 'language', [
    'de',
    'fr',
    'ja',
    'zh',
    'pt',
    'hi',
    'sw',
    'ar',
    'en',
    'ru',
    'th',
    'el',
    'hy',
    'ka',
    'he',
    'es',
    'mi',
  ]);
  const currencies = namesIn(locale, 'currency', [
    'EUR',
    'USD',
    'JPY',
    'CNY',
    'BRL',
    'INR',
    'KES',
    'EGP',
    'RUB',
    'THB',
    'AMD',
    'GEL',
    'ILS',
  ]);
  const words = [...regions, ...languages, ...currencies];
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const amount = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer-per-hour', unitDisplay: 'long' });
  const parts: readonly (() => string)[] = [
    () => list.format(Array.from({ length: 1 + random.integer(4) }, () => random.pick(words))),
    () => date.format(random.integer(2_000_000_000) * 1000),
    () => relative.format(random.integer(40) - 20, random.pick(['day', 'week', 'month', 'year', 'hour'])),
    () => amount.format(random.integer(100_000) / 10),
  ];
  const stops = ['. ', ', ', ' — ', '。', '، ', '! ', ':\n', '.\n\n', ' ', ''];
  return () => random.pick(parts)() + random.pick(stops);
}

function namesIn(locale: string, type: 'region' | 'language' | 'currency', codes: readonly string[]): string[] {
  const names = new Intl.DisplayNames(locale, { type });
  return codes.map(code => names.of(code) ?? code);
}
