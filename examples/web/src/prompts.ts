export const HOUSE_STYLE = `# House style

- The first sentence is the answer. Reasons come second, links last.
- Short sentences, plain words, British spelling. No exclamation marks, no emoji, no "unfortunately".
- The customer's first name once, in the greeting. Never guess it from an email address.
- One apology at most, for something specific that happened.
- Prices in pounds with VAT; for Ireland the euro price on the order. Dates as "Tuesday 4 March", never as numbers.
- Never blame the courier, the customer or another team.
- Nothing is promised that the policy or the case does not support. If it is not known, say who will find out and by when.
- Chat under 90 words, email under 180. Numbered steps do not count; five steps at most.`;

export const STORE_POLICY = `# Policy in brief

Delivery
- Orders before 14:00 on a working day leave the same day. Mainland United Kingdom 1 to 2 working days, free from £40,
  otherwise £3.95. Highlands, islands and Northern Ireland 2 to 4 working days, £6.95. Ireland 3 to 5, €9.50.
- No tracking event for 3 working days: we open a trace. After 5 the parcel counts as lost: replacement or refund, as the
  customer prefers.
- Marked as delivered but missing: neighbours and the safe place first, then lost after 24 hours.
- Damaged on arrival: two photos within 14 days, replacement sent first, collection on the same visit.

Returns
- 30 days unused in any protective packaging, label £4.50 unless faulty, wrong or damaged.
- 60-day home trial for machines over £400, used or not, free collection. £35 for a missing tray, portafilter or tank.
- Coffee is replaced, never returned. Gift cards and engraved portafilters are final unless faulty.
- Refund to the original payment method within 5 working days of arrival in Sheffield. Never to another card.
- Up to 3 days late we accept and say it is an exception. Later: trade-in, 40% in the first year, 25% in the second.

Warranty and workshop
- 3 years parts and labour, 5 years boilers and burr carriers, 1 year on refurbished items.
- Limescale, drops and water damage are quoted at cost: descale from £38, pump from £64, burr set from £52.
- About 6 working days from arrival; a loan machine when it will take more than 10.
- A fault in the first 30 days: a full refund if the customer wants one, said before a repair is offered.

Subscription
- Every 1, 2, 3 or 4 weeks; 250 g, 500 g or 1 kg. Roast day is Tuesday; changes until Monday 18:00.
- After that the bag ships and can't be refunded; the next one can be skipped. Cancel any time, no retention offers.

Products
- Kettlewick One, £329: single boiler, 58 mm basket, 9 bar, ready in 25 seconds, 1.8 l tank.
- Kettlewick Duo, £749: dual boiler, temperature in steps of 1 °C, pre-infusion up to 12 s, can be plumbed in.
- Kettlewick Press, £89: manual lever for travel, 16 g basket, can't steam milk.
- Burr 48, £149: conical, 40 settings, moka to cafetière, too coarse for an unpressurised basket.
- Burr 64, £379: flat, stepless, espresso to filter, 0.3 g typical retention.
- Descale the One and the Duo every 250 shots or 3 months with citric acid at 2%, never with vinegar.
- Pressure below 7 bar: a grind that is too coarse, a basket under-filled, or a worn group gasket, in this order.

Safety
- Smoke, sparks, a leak on electrics or a tripped fuse: unplug it, give no other advice, pass the case to the workshop.
- The phone line, 0114 496 0118, is open on working days from 09:00 to 17:30.`;

export const LANGUAGE_NAMES = { de: 'German', es: 'Spanish', fr: 'French', ga: 'Irish', nl: 'Dutch', pl: 'Polish' } as const;

export type LanguageCode = keyof typeof LANGUAGE_NAMES;
