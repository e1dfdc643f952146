/** The own form of a field of coordination: questions that are data, with validity dates. */
import type { IsoDate } from '#domain/time.ts';

export type QuestionKind = 'text' | 'number' | 'date' | 'choice';

export type FieldQuestion = {
  readonly key: string;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
};

/** With the label it had when it was answered: the question may be gone when this is read. Dates are ISO. */
export type ExtraAnswer = {
  readonly key: string;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly value: string | number;
};

type Fields = ReadonlyMap<number, { readonly parentId: number | null; readonly questions: readonly FieldQuestion[] }>;

/** What is asked for a field on a day: its own questions, those of the field it is part of before them. */
export const questionsOn = (fields: Fields, fieldId: number, day: IsoDate): readonly FieldQuestion[] => {
  const field = fields.get(fieldId);
  const parentId = field?.parentId ?? null;
  const parent = parentId === null ? undefined : fields.get(parentId);
  const all = [...(parent?.questions ?? []), ...(field?.questions ?? [])].filter(
    (one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo),
  );
  return all.filter((one, index) => all.findIndex(({ key }) => key === one.key) === index);
};
