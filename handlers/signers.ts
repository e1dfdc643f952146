/** Who is to sign a paper: those whom the directory knows, and a name left blank. */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/time.ts';
import type { Choice, MemberTurn } from '#runtime/handler.ts';
import { signatoriesOf, signatoryOf, signatoryWords, signerTexts } from '#text/documents/signers.ts';
import { upperFirst } from '#text/request/words.ts';

/** @param pickFor what is done with the one who was chosen; null leaves the name blank */
export const signerChoices = (
  { reference, now }: MemberTurn,
  unitIds: readonly UnitId[],
  pickFor: (label: string, signerId: PersonId | null) => Choice,
): readonly (readonly Choice[])[] => {
  const all = unitIds.flatMap((id) => signatoriesOf(reference.directory, id, dateOf(now)));
  const known = new Map(all.map((one) => [one.personId, one]));
  return [
    ...[...known.values()].map((one) => [pickFor(upperFirst(signatoryWords(one)), one.personId)]),
    [pickFor(signerTexts.blank, null)],
  ];
};

/** Whom they were chosen to be, for each unit that sends. */
export const signerLines = (
  { reference, now }: MemberTurn,
  unitIds: readonly UnitId[],
  signerId: PersonId | null,
): readonly string[] => [
  ...new Set(unitIds.map((id) => signerTexts.line(signatoryOf(reference.directory, id, dateOf(now), signerId)))),
];
