/**
 * What handlers are given and what they return. A handler loads, decides, saves and says; it never sends, never
 * commits, and cannot see which platform it speaks to.
 */
import type { z } from 'zod';
import type { StoredForm } from '#db/chat/form.ts';
import type { Cipher } from '#db/cipher.ts';
import type { Tx } from '#db/client.ts';
import type { Person, PersonId } from '#domain/directory/directory.ts';
import type { QuotaUse } from '#domain/quota.ts';
import type { Reference } from '#domain/reference.ts';
import type { Result } from '#domain/result.ts';
import type { Millis } from '#domain/time.ts';
import type { Answers, Form, Input } from '#forms/define.ts';
import type { Capabilities } from '#message/capabilities.ts';
import type { Address, Inbound, Place } from '#message/inbound.ts';
import type { Line, OutboundFile } from '#message/outbound.ts';
import type { AskedProduction } from './production.ts';

/** One event being handled, inside its transaction. */
export type Turn = {
  readonly tx: Tx;
  readonly now: Millis;
  readonly reference: Reference;
  readonly event: Inbound;
  readonly place: Place;
  readonly placeKey: string;
  /** The whole group, whatever topic; null in private. */
  readonly group: Address | null;
  readonly accountId: number;
  readonly undoMs: Millis;
  /** What of a group reaches the bot beside what is addressed to it. */
  readonly readsGroups: Capabilities['readsGroups'];
  /** The next message of the conversation, already here, brings files too: the last of them is answered. */
  readonly nextIsFile: boolean;
  /** Links that open a chat with the bot and carry a code, one for each channel that knows its own. */
  readonly inviteLinks: (code: string) => readonly string[];
  /** What the channels that are on have used of this month. */
  readonly channelUse: () => Promise<readonly QuotaUse[]>;
  /** For what the database must not tell: a private number. */
  readonly cipher: Cipher;
  /** A channel that is on can reach a person by his phone number. */
  readonly writesToPhones: boolean;
  /** Something will be due then: the bell is told after the commit. */
  readonly wakeAt: (at: Millis) => void;
  /** For writes that nothing in the turn waits for: sent with its last statements, in the order given. */
  readonly atEnd: (write: () => Promise<unknown>) => void;
};

export type MemberTurn = Turn & {
  readonly person: Person;
  /** His forms in this place, locked for the turn. */
  readonly forms: readonly StoredForm[];
};

/** A choice before it is stored: what is shown, and what picking it does. */
export type Choice = { readonly label: string; readonly action: string; readonly params: object };

export type Say = {
  readonly lines: readonly Line[];
  readonly choices?: readonly (readonly Choice[])[];
  readonly files?: readonly OutboundFile[];
  /** Waits for typed words. */
  readonly asks?: boolean;
  /** In a group: anybody there may pick; the handler decides who may do it. */
  readonly forAll?: true;
  /** Replaces the message whose button was pressed, where the platform can. */
  readonly inPlace?: boolean;
};

export type SendClass = 'reply' | 'urgent' | 'reminder' | 'digest';

/** A message to a person, wherever he can be reached. */
export type Notice = {
  readonly to: PersonId;
  readonly say: Say;
  readonly class: Exclude<SendClass, 'reply'>;
  /** Whose act it tells of: he hears when it cannot arrive. Absent: the person of the turn, if there is one. */
  readonly from?: PersonId;
  /** The same effect is enqueued once. */
  readonly dedupeKey?: string;
  /** The part a reminder speaks of: it is taken back when the part is answered. */
  readonly partId?: number;
  /** It tells of trouble with this channel: it goes by another one where the person has one. */
  readonly notBy?: string;
  /** Said where he may be written to now, and nowhere else: that he is not reached is no failed send. */
  readonly onlyFree?: true;
};

/** A message to a place that belongs to nobody: a group. */
export type Post = {
  readonly place: { readonly channel: string; readonly address: Address };
  readonly say: Say;
  readonly class: Exclude<SendClass, 'reply'>;
  readonly dedupeKey?: string;
};

export type FormChange =
  | { readonly kind: 'open'; readonly formId: string; readonly subject: string; readonly answers: Answers }
  | { readonly kind: 'end'; readonly id: number };

export type Outcome = {
  readonly say?: readonly Say[];
  /** Answers the press itself where the platform can; else it is said. */
  readonly toast?: string;
  readonly notices?: readonly Notice[];
  readonly posts?: readonly Post[];
  readonly form?: FormChange;
  /** Pictures and documents to be made: they follow by themselves. */
  readonly produce?: readonly AskedProduction[];
  /** A request that gets its number at the end of the turn: its code takes the place of CODE_MARK in what is said. */
  readonly numbered?: number;
  /** For this person's eyes: what was asked in a group is answered in his own chat. */
  readonly inPrivate?: true;
};

export type OpenForm = {
  readonly id: number;
  readonly formId: string;
  readonly subject: string;
  readonly answers: Answers;
};

export type Action<S extends z.ZodType = z.ZodType> = { readonly name: string; readonly params: S };

/** Names an action and the shape of its parameters; `pick` makes choices of it, `on` binds its handler. */
export const defineAction = <S extends z.ZodType<object>>(name: string, params: S): Action<S> => ({ name, params });

export const pick = <S extends z.ZodType<object>>(action: Action<S>, label: string, params: z.infer<S>): Choice => ({
  label,
  action: action.name,
  params,
});

export type ActionHandler = {
  readonly name: string;
  readonly run: (turn: MemberTurn, params: unknown) => Promise<Outcome>;
};

export const on = <S extends z.ZodType<object>>(
  action: Action<S>,
  run: (turn: MemberTurn, params: z.infer<S>) => Promise<Outcome>,
): ActionHandler => ({
  name: action.name,
  run: (turn, params) => run(turn, action.params.parse(params)),
});

export type CommandHandler = (turn: MemberTurn, words: string) => Promise<Outcome>;

export type Command = {
  /** Without diacritics and slash, as registered with the platform. */
  readonly word: string;
  /** Other ways to type it, as `text/key` makes them. */
  readonly aliases: readonly string[];
  /** Without a slash, words may follow it ("xem PH-2026-00042"). */
  readonly takesWords: boolean;
  /** Has a button in /menu. */
  readonly inMenu: boolean;
  readonly description: string;
  readonly places: readonly Place[];
  /** Whose menu shows it; absent: everybody's. Who may do it the handler decides itself. */
  readonly shownTo?: (turn: MemberTurn) => boolean;
  readonly run: CommandHandler;
};

/** A form with its edges: what its fields need to know, and what a complete one does. */
export type FormHandler<C = unknown> = {
  readonly form: Form<C>;
  /** Refused: what the form was about is no longer the person's to do; it ends. */
  readonly context: (turn: MemberTurn, subject: string) => Promise<Result<C>>;
  readonly complete: (turn: MemberTurn, open: OpenForm, context: C) => Promise<Outcome>;
};

/** Notes the files for fetching: only what is to be kept is taken. */
export type TakeInput = () => Promise<Input>;

/** All that people can do, handed to the runtime as arguments. */
export type Registry = {
  readonly commands: readonly Command[];
  readonly actions: readonly ActionHandler[];
  // The context type differs by form; each handler is called only with its own.
  readonly forms: readonly FormHandler[];
  /** A person who is not linked. */
  readonly guest: (turn: Turn) => Promise<Outcome>;
  /** Words no one else understood. */
  readonly fallback: (turn: MemberTurn, text: string) => Promise<Outcome>;
  /** Words that want something of their own, whatever form is open: a code, or an act on one. `fallback` does them. */
  readonly isOrder: (turn: MemberTurn, text: string) => boolean;
  /** A photo, file, voice note or place with no form open. */
  readonly attachment: (turn: MemberTurn, input: TakeInput) => Promise<Outcome>;
  /** Taken though the bot was not addressed, or a form is open: what a group sends to something of its own. */
  readonly belongs: (event: Inbound) => boolean;
  /** The bot came into a group. */
  readonly joined: (turn: Turn) => Promise<Outcome>;
  /** Something happened to a group: the bot was removed, it moved, was renamed, somebody left. */
  readonly groupEvent: (turn: Turn) => Promise<Outcome>;
  /** A person has withdrawn his consent with the platform; his account is not written to any more. */
  readonly withdrawn: (turn: Turn, personId: PersonId) => Promise<Outcome>;
};

/** What one folder of handlers brings. */
export type Area = Pick<Registry, 'commands' | 'actions' | 'forms'>;

export const bindForm = <C>(handler: FormHandler<C>): FormHandler => ({
  // `context` gives the C that `form` and `complete` take: the pair is closed here, where C is known.
  form: handler.form as Form<unknown>,
  context: handler.context,
  complete: (turn, open, context) => handler.complete(turn, open, context as C),
});
