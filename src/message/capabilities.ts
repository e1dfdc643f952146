/** What a channel can do, as data. The planner (`channels/plan.ts`, `runtime/ways.ts`) is the only reader besides the channel itself. */
export type Capabilities = {
  /** UTF-16 units of one message, after markup is taken away. */
  readonly textLimit: number;
  readonly captionLimit: number;
  /** Null: choices are shown as a numbered list and picked by number or label. */
  readonly buttons: {
    readonly most: number;
    readonly perRow: number;
    readonly labelLimit: number;
  } | null;
  /** Groups have no buttons, though private chats have. */
  readonly plainGroups?: true;
  /** A sent message can be replaced by a later one. */
  readonly edits: boolean;
  /** A press can be answered by a short notice that leaves no message; its limit in UTF-16 units. */
  readonly toastLimit: number | null;
  /** Null: files are offered by link. Bytes of one file. */
  readonly fileLimit: number | null;
  /**
   * What of a group reaches the bot beside what is addressed to it: everything once it is an administrator there, or
   * always. Absent: nothing, ever.
   */
  readonly readsGroups?: 'administrator' | 'always';
  /** Sends to one address: milliseconds between two. */
  readonly pace: { readonly overallMs: number; readonly privateMs: number; readonly groupMs: number };
  /** Since a person last wrote or pressed: sends cost nothing for `freeMs`, money until `openMs`, then they are refused. Absent: always free. */
  readonly window?: { readonly freeMs: number; readonly openMs: number };
  /** What is counted of a month, each with its limit; null: counted only. Absent: nothing need be. */
  readonly quota?: {
    readonly messages?: number | null;
    /** Sends that cost money, and approved templates, which always do. */
    readonly billed?: number | null;
    readonly templates?: number | null;
    /** Whoever has an account there. */
    readonly people?: number | null;
  };
};
