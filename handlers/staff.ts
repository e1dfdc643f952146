/** Choosing a colleague: the people of a unit and its sections, by button or by a part of the name. */
import { type PersonId, staffOf, type UnitId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Input, Option } from '#forms/define.ts';
import { parseOption } from '#forms/fields.ts';
import { hasName } from '#text/people-in.ts';

export type Staff = {
  readonly reference: Reference;
  readonly unitId: UnitId;
  /** Who has it now is not among them. */
  readonly holderId: PersonId | null;
  readonly now: Millis;
};

export const staffOptions = ({ reference, unitId, holderId, now }: Staff): readonly Option[] =>
  staffOf(reference.directory, unitId, dateOf(now)).flatMap((id) => {
    const one = reference.directory.people.get(id);
    return one === undefined || id === holderId ? [] : [{ label: `${one.name} (${one.title})`, value: id }];
  });

export const parseStaff = (input: Input, options: readonly Option[]): Result<Option['value']> => {
  if (input.kind !== 'text') return parseOption(input, options);
  const found = options.filter(({ label }) => hasName(label, input.text));
  const [only] = found;
  return found.length === 1 && only !== undefined ? ok(only.value) : refused('field.choose');
};
