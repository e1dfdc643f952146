/** Forms inside a turn: gives the input to the open field, asks the next one, or hands a complete form over. */
import * as forms from '#db/chat/form.ts';
import { ok, type Refusal, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Input } from '#forms/define.ts';
import { answer, collector, isOpen, position, receiver, reopen } from '#forms/engine.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { texts } from '#text/form.ts';
import { sayRefusal } from '#text/refusals.ts';
import { formPick } from './form-actions.ts';
import { type FormHandler, type MemberTurn, type OpenForm, type Outcome, pick, type Say } from './handler.ts';

type Loaded<C> = { readonly handler: FormHandler<C>; readonly open: OpenForm; readonly context: C };

/**
 * The field takes the input; the outcome holds the next question, the same one with a refusal, or what `complete` says.
 * @returns null: the field that waits cannot take it
 */
export const takeInput = async (turn: MemberTurn, loaded: Loaded<unknown>, input: Input): Promise<Outcome | null> => {
  const { handler, open, context } = loaded;
  const field = receiver(handler.form, input, open.answers, context);
  return field === null || !answer(field, input, open.answers, context).ok
    ? null
    : giveInput(turn, loaded, input, null);
};

/** As `takeInput`, but what no field can take is said to be so. @param key the question of the option that was picked */
export const giveInput = async (
  turn: MemberTurn,
  loaded: Loaded<unknown>,
  input: Input,
  key: string | null,
): Promise<Outcome> => {
  const { handler, open, context } = loaded;
  const field =
    key === null
      ? receiver(handler.form, input, open.answers, context)
      : (handler.form.fields.find((candidate) => candidate.key === key) ?? null);
  // An option of a question answered before: what was answered since is not overwritten by a stray press.
  if (key !== null && (field === null || !isOpen(field, open.answers, context))) return { toast: texts.answeredBefore };
  if (field === null) return overComplete(input, await handler.complete(turn, open, context));
  const given = answer(field, input, open.answers, context);
  if (given.ok) {
    const said = await keep(turn, loaded, given.answers);
    return input.kind === 'files' ? acknowledged(turn, loaded, given.answers, said) : said;
  }
  const spare =
    key === null && field.yields?.(given) === true ? collector(handler.form, open.answers, context) : undefined;
  const put = spare === undefined ? given : answer(spare, input, open.answers, context);
  if (!put.ok) return { say: [askField(field, loaded, given)] };
  return prefixed(await keep(turn, loaded, put.answers), [texts.addedToContent, ...sayRefusal(given), '']);
};

/** Nothing waits for these words: it is said, since the summary alone would look like an answer to them. */
const overComplete = (input: Input, outcome: Outcome): Outcome =>
  input.kind === 'text' && outcome.form === undefined ? prefixed(outcome, [texts.nothingAsked, '']) : outcome;

const keep = async (turn: MemberTurn, loaded: Loaded<unknown>, answers: Answers): Promise<Outcome> => {
  const { open } = loaded;
  turn.atEnd(() => forms.updateForm(turn.tx, open.id, answers, turn.now));
  return goOn(turn, { ...loaded, open: { ...open, answers } });
};

const prefixed = (outcome: Outcome, lines: readonly string[]): Outcome => {
  const [first, ...rest] = outcome.say ?? [];
  return { ...outcome, say: [{ ...first, lines: [...lines, ...(first?.lines ?? [])] }, ...rest] };
};

/** Files that came at another question than theirs are acknowledged there; of several sent at once by the last only. */
const acknowledged = (
  turn: MemberTurn,
  { handler, context }: Loaded<unknown>,
  answers: Answers,
  said: Outcome,
): Outcome => {
  if (turn.nextIsFile) return {};
  const field = collector(handler.form, answers, context);
  const count = field === undefined ? 0 : gatheredFiles(answers, field.key).ids.length;
  const isTheirs = position(handler.form, answers, context)?.key === field?.key;
  return count === 0 || isTheirs ? said : prefixed(said, [texts.filesKept(count), '']);
};

/** Asks the first gap, or completes. */
export const goOn = async (turn: MemberTurn, loaded: Loaded<unknown>): Promise<Outcome> => {
  const { handler, open, context } = loaded;
  const field = position(handler.form, open.answers, context);
  if (field === null) return handler.complete(turn, open, context);
  return { say: [askField(field, loaded, null)] };
};

export const editField = async (turn: MemberTurn, loaded: Loaded<unknown>, key: string): Promise<Outcome> => {
  const answers = reopen(loaded.handler.form, loaded.open.answers, key);
  turn.atEnd(() => forms.updateForm(turn.tx, loaded.open.id, answers, turn.now));
  return goOn(turn, { ...loaded, open: { ...loaded.open, answers } });
};

/** Refused: the form cannot go on, since it is no longer known or its subject is no longer the person's to act on. */
export const loadForm = async (
  turn: MemberTurn,
  handlers: readonly FormHandler[],
  stored: OpenForm,
): Promise<Result<Loaded<unknown>>> => {
  const handler = handlers.find((candidate) => candidate.form.id === stored.formId);
  if (handler === undefined) return refused('form.gone');
  const context = await handler.context(turn, stored.subject);
  return context.ok ? ok({ handler, open: stored, context: context.value }) : context;
};

/** Opens a form with what is known already and asks the first gap. */
export const startForm = async (
  turn: MemberTurn,
  handlers: readonly FormHandler[],
  wanted: { readonly formId: string; readonly subject: string; readonly answers: Answers },
): Promise<Outcome> => {
  const handler = handlers.find((candidate) => candidate.form.id === wanted.formId);
  if (handler === undefined) throw new Error(`no form is named ${wanted.formId}`);
  const at = { personId: turn.person.id, placeKey: turn.placeKey, now: turn.now };
  const id = await forms.openForm(turn.tx, at, { ...wanted, version: handler.form.version });
  const loaded = await loadForm(turn, handlers, { id, ...wanted });
  if (loaded.ok) {
    const said = await goOn(turn, loaded.value);
    return acknowledged(turn, loaded.value, wanted.answers, said);
  }
  turn.atEnd(() => forms.endForm(turn.tx, id));
  return { say: [{ lines: sayRefusal(loaded) }] };
};

const askField = (field: Field<unknown>, loaded: Loaded<unknown>, refusal: Refusal | null): Say => {
  const { open, context } = loaded;
  const question = field.ask(open.answers, context);
  return {
    lines: refusal === null ? question.lines : [...sayRefusal(refusal), '', ...question.lines],
    choices: question.options.map((row) =>
      row.map((option) => pick(formPick, option.label, { form: open.id, key: field.key, value: option.value })),
    ),
    asks: true,
  };
};
