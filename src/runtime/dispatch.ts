/** Inside a turn: finds out who speaks and what was meant, and runs exactly one handler. */
import {
  choiceByToken,
  choicesOfSet,
  ourMessage,
  type StoredChoice,
  setShownBy,
  setShownLately,
} from '#db/chat/choice.ts';
import { endForm, lockForms, resumeForm, type StoredForm } from '#db/chat/form.ts';
import type { Waiting } from '#db/chat/inbox.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { cleanName } from '#domain/document/file.ts';
import type { Refusal } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Input } from '#forms/define.ts';
import { plainLine } from '#message/outbound.ts';
import { texts as formTexts } from '#text/form.ts';
import { sayRefusal } from '#text/refusals.ts';
import { texts } from '#text/runtime.ts';
import { chatEvent } from './chat-event.ts';
import { takeFiles } from './files.ts';
import { formEdit, formPick, formResume, offerResume } from './form-actions.ts';
import { editField, giveInput, goOn, loadForm, startForm, takeInput } from './form-turn.ts';
import type { Command, MemberTurn, Notice, Outcome, Registry, Turn } from './handler.ts';
import { route, type Target } from './route.ts';

export const dispatch = async (registry: Registry, given: Turn, waiting: Waiting): Promise<Outcome> => {
  const chat = await chatEvent(registry, given, waiting);
  if (chat !== null) return chat;
  const turn = await withQuoted(given);
  const { addressed } = turn.event;
  const belongs = turn.place === 'group' && registry.belongs(turn.event);
  // In a group the bot was not spoken to: it keeps silent.
  if (!addressed && !belongs) return {};
  const person = waiting.personId === null ? undefined : turn.reference.directory.people.get(waiting.personId);
  if (person === undefined || membershipsOf(turn.reference.directory, person.id, dateOf(turn.now)).length === 0) {
    return addressed ? registry.guest(turn) : {};
  }
  const { content } = turn.event;
  const locking = lockForms(turn.tx, person.id, turn.placeKey);
  const [forms, pressed, shown] = await Promise.all([
    locking,
    content.kind === 'pressed' ? choiceByToken(turn.tx, content.token) : null,
    content.kind === 'text' ? shownTo(turn, waiting, person.id, locking) : [],
  ]);
  const form = belongs ? null : (forms.find((one) => one.open) ?? null);
  const target = route({ content, pressed, shown, form, commands: registry.commands });
  const own = { ...turn, person, forms };
  return privately(own, await member(registry, own, target));
};

/**
 * Where the platform tells only which message is answered: one of ours means that we are spoken to, and its words are
 * known.
 */
const withQuoted = async (turn: Turn): Promise<Turn> => {
  const { event, tx } = turn;
  const { quoted, channel, address } = event;
  if (quoted === null || quoted.fromBot !== null) return turn;
  const ours = await ourMessage(tx, { channel, address, ref: quoted.ref });
  if (ours === null) return turn;
  const text = ours.lines.map(plainLine).join('\n');
  return { ...turn, event: { ...event, addressed: true, quoted: { ...quoted, text, fromBot: true } } };
};

/**
 * What a typed number picks from: in private what was shown last. In a group, what the message shows that was answered;
 * where none is named, what was shown there last, unless a form of his waits for an answer.
 */
const shownTo = async (
  turn: Turn,
  waiting: Waiting,
  personId: number,
  locking: Promise<readonly StoredForm[]>,
): Promise<StoredChoice[]> => {
  const found = turn.place === 'group' ? await shownInGroup(turn, personId, locking) : null;
  const set = found ?? waiting.shownSet;
  return set === null ? [] : choicesOfSet(turn.tx, set);
};

const shownInGroup = async (
  { tx, event: { quoted, channel, address } }: Turn,
  personId: number,
  locking: Promise<readonly StoredForm[]>,
): Promise<number | null> => {
  if (quoted?.fromBot === true) return setShownBy(tx, { channel, address, ref: quoted.ref });
  if ((await locking).some((form) => form.open)) return null;
  return setShownLately(tx, { channel, address, personId });
};

const member = async (registry: Registry, turn: MemberTurn, target: Target): Promise<Outcome> => {
  switch (target.kind) {
    case 'choice':
      return picked(registry, turn, target.choice);
    case 'stale':
      return { toast: texts.stale };
    case 'cancel':
      return leave(turn, target.form);
    case 'form':
      return fill(registry, turn, target.form);
    case 'command':
      return runCommand(registry, turn, target);
    case 'fallback':
      return finish(registry, turn, await registry.fallback(turn, target.text));
    case 'attachment':
      return finish(registry, turn, await attachment(registry, turn));
    default:
      return target satisfies never;
  }
};

const runCommand = async (
  registry: Registry,
  turn: MemberTurn,
  { command, words }: { readonly command: Command; readonly words: string },
): Promise<Outcome> => {
  const outcome = await finish(registry, turn, await command.run(turn, words));
  return command.places.includes(turn.place) ? outcome : { ...outcome, inPrivate: true };
};

/** In a group, private matters are answered in the person's own chat, whatever led to them: command, code or button. */
const privately = (turn: MemberTurn, outcome: Outcome): Outcome => {
  if (turn.place === 'private' || outcome.inPrivate !== true) return outcome;
  const notices = (outcome.say ?? []).map((say): Notice => ({ to: turn.person.id, say, class: 'urgent' }));
  return {
    ...outcome,
    say: [{ lines: [texts.answeredPrivately] }],
    notices: [...notices, ...(outcome.notices ?? [])],
  };
};

const picked = async (registry: Registry, turn: MemberTurn, choice: StoredChoice): Promise<Outcome> => {
  if (choice.personId !== null && choice.personId !== turn.person.id) return { toast: texts.notForYou };
  if (choice.action === formPick.name || choice.action === formEdit.name || choice.action === formResume.name) {
    return formChoice(registry, turn, choice);
  }
  const handler = registry.actions.find((action) => action.name === choice.action);
  if (handler === undefined) return { toast: texts.stale };
  return finish(registry, turn, await handler.run(turn, choice.params));
};

const formChoice = async (registry: Registry, turn: MemberTurn, choice: StoredChoice): Promise<Outcome> => {
  const params = formPick.params.partial({ key: true, value: true }).parse(choice.params);
  const form = turn.forms.find((one) => one.id === params.form);
  if (form === undefined) return { toast: texts.stale };
  const found = await loadForm(turn, registry.forms, form);
  if (!found.ok) return finish(registry, turn, ended(form, found));
  const loaded = found.value;
  if (!form.open) await resumeForm(turn.tx, placeOf(turn), form.id);
  const key = params.key ?? null;
  if (choice.action === formResume.name) return finish(registry, turn, await goOn(turn, loaded));
  if (choice.action === formEdit.name) {
    return finish(registry, turn, await editField(turn, loaded, key ?? ''));
  }
  const input: Input = { kind: 'option', value: params.value ?? null };
  return finish(registry, turn, await giveInput(turn, loaded, input, key));
};

const fill = async (registry: Registry, turn: MemberTurn, form: StoredForm): Promise<Outcome> => {
  const loaded = await loadForm(turn, registry.forms, form);
  if (!loaded.ok) return finish(registry, turn, ended(form, loaded));
  const input = await inputOf(turn);
  // At a question that it does not answer, an order is done, and the question stays.
  const order = input.kind === 'text' && registry.isOrder(turn, input.text) ? input.text : null;
  const said =
    order === null
      ? await giveInput(turn, loaded.value, input, null)
      : ((await takeInput(turn, loaded.value, input)) ?? (await registry.fallback(turn, order)));
  return finish(registry, turn, said);
};

const ended = (form: StoredForm, refusal: Refusal): Outcome => ({
  say: [{ lines: sayRefusal(refusal) }],
  form: { kind: 'end', id: form.id },
});

const inputOf = async (turn: MemberTurn): Promise<Input> => {
  const { content } = turn.event;
  if (content.kind === 'text') return { kind: 'text', text: content.text };
  if (content.kind === 'files') {
    const files = content.files.map((file) => ({ ...file, name: cleanName(file.name) }));
    const names = files.map(({ name }) => name);
    return { kind: 'files', caption: content.caption, fileIds: await takeFiles(turn, files), names };
  }
  // A place goes where files go, as a line that a map finds.
  if (content.kind === 'location') {
    return { kind: 'files', caption: texts.place(content.latitude, content.longitude), fileIds: [] };
  }
  return { kind: 'other' };
};

/** A photo, file, voice note or place without a form: it opens the one that begins with an attachment. */
const attachment = async (registry: Registry, turn: MemberTurn): Promise<Outcome> => {
  if (turn.event.content.kind === 'unsupported') return { say: [{ lines: [texts.unsupported] }] };
  return registry.attachment(turn, () => inputOf(turn));
};

/** `hủy`: the open form is dropped; what was set aside before it is offered again. */
const leave = (turn: MemberTurn, form: StoredForm): Outcome => {
  turn.atEnd(() => endForm(turn.tx, form.id));
  const aside = turn.forms.filter((one) => one.id !== form.id).at(-1);
  return {
    say: [{ lines: [formTexts.cancelled] }, ...(aside === undefined ? [] : [offerResume(aside)])],
  };
};

/** Applies what the handler wants of forms; a form that ends gives way to the one set aside before it. */
const finish = async (registry: Registry, turn: MemberTurn, outcome: Outcome): Promise<Outcome> => {
  const change = outcome.form;
  if (change === undefined) return outcome;
  if (change.kind === 'end') {
    turn.atEnd(() => endForm(turn.tx, change.id));
    const aside = turn.forms.filter((one) => one.id !== change.id).at(-1);
    return aside === undefined ? outcome : { ...outcome, say: [...(outcome.say ?? []), offerResume(aside)] };
  }
  // What a sentence filled in whole is over as soon as it is opened.
  const started = await finish(registry, turn, await startForm(turn, registry.forms, change));
  return { ...outcome, ...started, say: [...(outcome.say ?? []), ...(started.say ?? [])] };
};

const placeOf = (turn: MemberTurn) => ({ personId: turn.person.id, placeKey: turn.placeKey, now: turn.now });
