/** What a draft was understood to say, in words: for the summary, and for Xem cách hiểu. */
import { endOf } from '#domain/request/clock.ts';
import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Answers, Json } from '#forms/define.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { unitNames } from '#text/request/card.ts';
import { questions } from '#text/request/filing.ts';
import { more } from '#text/request/filing-more.ts';
import type { UnderstoodItem } from '#text/request/sentence.ts';
import { requestTypes, urgencies } from '#text/request/words.ts';
import { isAmong, sentenceOf, wordsBehind } from './among.ts';
import type { FileContext } from './file-context.ts';
import { wantedMoment } from './wanted.ts';

/** More units than this are told by number. */
const MOST_NAMED = 3;

type Slot = { readonly key: string; readonly label: string; readonly meaning: (value: Json) => string };

const slots = ({ reference }: FileContext): readonly Slot[] => [
  {
    key: 'units',
    label: questions.units.label,
    meaning: (value) => unitNames(reference.directory, Array.isArray(value) ? value.map(Number) : [], MOST_NAMED),
  },
  { key: 'zone', label: questions.zone.label, meaning: (value) => reference.zones.get(Number(value))?.name ?? '' },
  { key: 'field', label: questions.field.label, meaning: (value) => reference.fields.get(Number(value))?.name ?? '' },
  {
    key: 'enterprise',
    label: more.enterprise.label,
    meaning: (value) => reference.enterprises.get(Number(value))?.name ?? '',
  },
  // `fits` of their fields hold them to the lists.
  { key: 'type', label: questions.type.label, meaning: (value) => requestTypes[value as RequestType] },
  { key: 'urgency', label: questions.urgency.label, meaning: (value) => urgencies[value as Urgency] },
  { key: 'wanted', label: more.wanted.label, meaning: (value) => formatDue(endOf(wantedMoment(String(value)))) },
];

/** What stands in the draft as it was understood; what has been changed since is the person's own. */
export const understoodItems = (answers: Answers, context: FileContext): readonly UnderstoodItem[] => {
  if (sentenceOf(answers) === null) return [];
  return slots(context).flatMap(({ key, label, meaning }) => {
    const words = wordsBehind(answers, key);
    const value = answers[key];
    return words === null || value === undefined || isAmong(value) ? [] : [{ label, words, meaning: meaning(value) }];
  });
};
