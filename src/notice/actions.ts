/** What buttons about requests do. Handlers bind to these names; cards and notices make choices of them. */
import { z } from 'zod';
import { LETTERS } from '#domain/permission/letter.ts';
import { ACT_NAMES } from '#domain/request/acts.ts';
import { URGENCIES } from '#domain/request/request.ts';
import { defineAction } from '#runtime/handler.ts';
import { signerId } from './productions.ts';

/** An act of the acts table, on a part or on the whole request. */
export const actAction = defineAction(
  'request.act',
  z.object({ act: z.enum(ACT_NAMES), requestId: z.number(), partId: z.number().nullable() }),
);

export const showAction = defineAction('request.show', z.object({ requestId: z.number() }));
export const historyAction = defineAction('request.history', z.object({ requestId: z.number() }));
/** One unit's part of a request with many. */
export const partAction = defineAction('request.part', z.object({ requestId: z.number(), partId: z.number() }));
/** Who takes over a part whose unit has ended, or (null) asks in the place of one. */
export const heirAction = defineAction(
  'request.heir',
  z.object({ requestId: z.number(), partId: z.number().nullable(), unitId: z.number() }),
);
/** Cách tính thời hạn. */
export const explainAction = defineAction('request.explain', z.object({ requestId: z.number() }));
export const filesAction = defineAction('request.files', z.object({ requestId: z.number() }));
export const sendAction = defineAction('request.send', z.object({ form: z.number() }));
export const editMenuAction = defineAction('request.edit_menu', z.object({ form: z.number() }));
/** A new draft in place of the one begun before. */
/** `about`: a message that was answered with the words. */
export const newRequestAction = defineAction(
  'request.new',
  z.object({ subject: z.string(), about: z.string().default('') }),
);
/** The draft's summary, again. */
export const summaryAction = defineAction('request.summary', z.object({ form: z.number() }));
/** What was understood of the sentence that a draft was made from. */
export const understoodAction = defineAction('request.understood', z.object({ form: z.number() }));
/** All units of a draft that has too many for its summary. */
export const draftUnitsAction = defineAction('request.draft_units', z.object({ form: z.number() }));
/** The urgency whose term meets the asked date. */
export const raiseAction = defineAction('request.raise', z.object({ form: z.number(), urgency: z.enum(URGENCIES) }));
/** A likely duplicate: linked to the new request, or joined by what the draft says. */
export const linkDraftAction = defineAction(
  'request.link_draft',
  z.object({ form: z.number(), requestId: z.number() }),
);
export const mergeDraftAction = defineAction(
  'request.merge_draft',
  z.object({ form: z.number(), requestId: z.number() }),
);
export const dropAction = defineAction('request.drop', z.object({ form: z.number() }));

export const workPageAction = defineAction('list.work', z.object({ offset: z.number(), words: z.string().optional() }));
export const followedPageAction = defineAction('list.followed', z.object({ offset: z.number() }));

export const searchPageAction = defineAction('list.search', z.object({ words: z.string(), offset: z.number() }));

/** Keeps a search, or a filter of the work list, under a name. */
export const saveFilterAction = defineAction(
  'filter.save',
  z.object({ list: z.enum(['search', 'work']), words: z.string() }),
);
export const dropFilterAction = defineAction('filter.drop', z.object({ id: z.number() }));

/** The receiver of an important notice has it. */
export const receivedAction = defineAction(
  'notice.received',
  z.object({ noticeId: z.number(), requestId: z.number() }),
);

/** Who has not received an important notice yet. */
export const unreceivedAction = defineAction('notice.unreceived', z.object({ requestId: z.number() }));
/** The printable sheet with the history. */
export const sheetAction = defineAction('request.sheet', z.object({ requestId: z.number() }));
/** The letters that may be drafted now. */
export const lettersAction = defineAction('request.letters', z.object({ requestId: z.number(), signerId }));
export const letterSignersAction = defineAction('request.letter_signers', z.object({ requestId: z.number() }));
export const letterAction = defineAction(
  'request.letter',
  z.object({ letter: z.enum(LETTERS), requestId: z.number(), partId: z.number().nullable(), signerId }),
);
