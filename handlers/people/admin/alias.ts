/** Other names of things: their list with what takes one back, and the two questions about a new one. */
import type { Alias, AliasStep, AliasTarget } from '#domain/directory/alias.ts';
import { mayChangeForAll } from '#domain/directory/weigh.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Answers, Field, Form } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { knownTo } from '#handlers/known.ts';
import { aliasTargets } from '#reading/names/alias-target.ts';
import type { Known } from '#reading/understand.ts';
import { type FormHandler, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { texts } from '#text/people/admin.ts';
import { aliasScreen, aliasTexts } from '#text/people/alias.ts';
import { sayRefusal } from '#text/refusals.ts';
import { aliasesAction, newAliasAction, stepAction } from './actions.ts';
import { checkAlias, targetName } from './alias-step.ts';
import { carryOut, judge } from './carry-out.ts';

const PAGE = 8;

export const aliasList = on(aliasesAction, async (turn, { offset }): Promise<Outcome> => {
  const may = mayChangeForAll(turn.reference.directory, turn.person.id, dateOf(turn.now));
  if (!may.ok) return { say: [{ lines: sayRefusal(may) }] };
  const all = turn.reference.aliases.map((alias) => ({
    ...alias,
    of: targetName(turn.reference, alias) ?? alias.subject,
  }));
  const shown = all.slice(offset, offset + PAGE);
  const to = (label: string, at: number) => pick(aliasesAction, label, { offset: at });
  return {
    say: [
      {
        lines: aliasScreen(shown, all.length, offset),
        choices: [
          [pick(newAliasAction, aliasTexts.add, {})],
          ...shown.map((one) => [pick(stepAction, aliasTexts.drop(one.name), { step: dropOf(one) })]),
          [
            ...(offset > 0 ? [to(texts.earlier, Math.max(0, offset - PAGE))] : []),
            ...(offset + PAGE < all.length ? [to(texts.later, offset + PAGE)] : []),
          ],
        ],
        inPlace: true,
      },
    ],
  };
});

const dropOf = ({ kind, subject, name, of }: Alias & { readonly of: string }): AliasStep => ({
  kind: 'drop_alias',
  target: { kind, subject },
  name,
  of,
});

const ALIAS_FORM = 'people.alias';

export const openAlias = on(newAliasAction, async () => ({
  form: { kind: 'open', formId: ALIAS_FORM, subject: '', answers: {} },
}));

type AliasContext = { readonly turn: MemberTurn; readonly known: Known };

/** More names than these are no help on a phone. */
const MOST_NAMED = 4;

const subject: Field<AliasContext> = {
  key: 'subject',
  label: aliasTexts.subject.label,
  ask: () => ({ lines: aliasTexts.subject.ask, options: [] }),
  parse: (input, _answers, { turn, known }) => {
    const text = parseText()(input);
    if (!text.ok) return text;
    const words = String(text.value);
    const found = aliasTargets(words, known);
    const [only] = found;
    if (only === undefined) return refused('alias.subject', { words });
    if (found.length === 1) return ok({ ...only });
    const names = found.slice(0, MOST_NAMED).flatMap((one) => targetName(turn.reference, one) ?? []);
    return refused('alias.subjects', { words, names: names.join(', ') });
  },
};

const name: Field<AliasContext> = {
  key: 'name',
  label: aliasTexts.name.label,
  ask: (answers, context) => ({ lines: aliasTexts.name.ask(stepOf(answers, context).of), options: [] }),
  parse: (input, answers, context) => {
    const text = parseText()(input);
    if (!text.ok) return text;
    const said = String(text.value).replace(/\s+/g, ' ');
    const step = stepOf({ ...answers, name: said }, context);
    const may = judge(context.turn, step);
    if (!may.ok) return may;
    const sound = checkAlias(context.turn.reference, context.known, step);
    return sound.ok ? ok(said) : sound;
  },
};

const stepOf = (answers: Answers, { turn }: AliasContext): AliasStep => {
  // Written by the question above.
  const target = answers.subject as AliasTarget;
  return { kind: 'add_alias', target, name: String(answers.name ?? ''), of: targetName(turn.reference, target) ?? '' };
};

const aliasForm: Form<AliasContext> = { id: ALIAS_FORM, version: 1, fields: [subject, name] };

export const aliasHandler: FormHandler<AliasContext> = {
  form: aliasForm,
  context: async (turn): Promise<Result<AliasContext>> => {
    const may = mayChangeForAll(turn.reference.directory, turn.person.id, dateOf(turn.now));
    return may.ok ? ok({ turn, known: await knownTo(turn) }) : may;
  },
  complete: async (turn, open, context) => ({
    ...(await carryOut(turn, stepOf(open.answers, context))),
    form: { kind: 'end', id: open.id },
  }),
};
