/**
 * The port that every chat platform meets. A channel verifies, decodes, encodes and sends; it knows the message
 * vocabulary and its platform, and nothing of the product.
 */
import type { Capabilities } from '#message/capabilities.ts';
import type { Address, Inbound } from '#message/inbound.ts';
import type { Line, OutboundFile, ShownChoice } from '#message/outbound.ts';

/** One send: what `present` of plan.ts makes of a piece. */
export type Part = {
  readonly lines: readonly Line[];
  /** Empty where the channel has no buttons: the numbers are in `lines` then. */
  readonly buttons: readonly (readonly ShownChoice[])[];
  readonly file: OutboundFile | null;
  readonly asks: boolean;
  /** Replace this earlier message instead of sending a new one. */
  readonly edit: string | null;
  readonly replyTo: string | null;
};

export type SendOptions = {
  /** Reads the file of the part. */
  readonly readFile: (fileId: number) => Promise<Uint8Array>;
  /** Stable over retries of the same send; platforms that take a client key get it. */
  readonly key: string;
  readonly signal: AbortSignal;
};

export type TemplateData = Readonly<Record<string, string>>;

/** What the HTTP edge needs to serve a channel's webhook. */
export type Webhook = {
  readonly path: string;
  /** Constant-time check of secret or signature over the raw bytes, before anything is parsed. */
  readonly verify: (headers: Readonly<Record<string, string | string[] | undefined>>, raw: Buffer) => boolean;
  /** A call that only asks whether somebody is there, and cannot prove where it comes from: answered, and nothing else. */
  readonly isProbe?: (raw: Buffer) => boolean;
};

/** Takes decoded events: commit 1 of the runtime. Resolves when they are stored. */
export type Accept = (events: readonly Inbound[]) => Promise<void>;

export type Channel = {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Whether this address is a group, for pacing. */
  readonly isGroup: (address: Address) => boolean;
  /** The whole group of an address that names a topic of it. Absent: addresses name no topics. */
  readonly groupOf?: (address: Address) => Address;
  /**
   * Whether all that is said in a group reaches us. Absent: the platform cannot be asked.
   * @throws the classes of errors.ts
   */
  readonly readsAll?: (group: Address) => Promise<boolean>;
  /** Zero or more events of one body. @throws Malformed; Retry when the platform must be asked something first */
  readonly decode: (body: unknown) => Inbound[];
  /** @returns the platform's id of the message. @throws the classes of errors.ts */
  readonly send: (address: Address, part: Part, options: SendOptions) => Promise<string | null>;
  /**
   * Sends a template that the platform has approved, where `send` is refused. It costs money.
   * @returns the platform's id of the message. @throws the classes of errors.ts
   */
  readonly notify?: (
    address: Address,
    template: string,
    data: TemplateData,
    options: Pick<SendOptions, 'key' | 'signal'>,
  ) => Promise<string | null>;
  /** The same to a phone number, whether its owner has an account with us or not. @param phone `84…` */
  readonly notifyPhone?: (
    phone: string,
    template: string,
    data: TemplateData,
    options: Pick<SendOptions, 'key' | 'signal'>,
  ) => Promise<string | null>;
  /** The approved template that says: there is something new for you. Null: none is set up. */
  readonly noticeTemplate?: string | null;
  /** Ends the waiting state of a pressed button, with a short notice or none. Its loss is harmless. */
  readonly acknowledge?: (pressId: string, notice: string | null) => Promise<void>;
  /** @throws GiveUp when the platform no longer has it or it is over `limit` bytes */
  readonly fetchFile: (ref: string, limit: number, signal: AbortSignal) => Promise<Uint8Array>;
  /** Where events name nobody: how an account is called. Null: the platform does not tell. @throws the classes of errors.ts */
  readonly nameOf?: (externalId: string) => Promise<string | null>;
  /** Opens a chat with us and gives us the code. Null while our own name there is not known. */
  readonly inviteLink?: (code: string) => string | null;
  readonly webhook?: Webhook;
  /** Tells the platform where to deliver, what commands there are. Idempotent; run once per start. */
  readonly register?: (commands: readonly CommandEntry[]) => Promise<void>;
  /** Fetches updates until the signal aborts; a batch is confirmed to the platform only after `accept` resolved. */
  readonly poll?: (accept: Accept, signal: AbortSignal) => Promise<void>;
  /** Every few minutes, on one process or several: renews what expires. @throws Credentials when a person must act */
  readonly tick?: () => Promise<void>;
};

/** A command for the platform's own menu. */
export type CommandEntry = {
  readonly word: string;
  readonly description: string;
  readonly scope: 'private' | 'group';
};
