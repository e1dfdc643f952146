/** Shown choices, stored forms and commands: whole by default, changed where a test says so. */
import type { StoredChoice } from '#db/chat/choice.ts';
import type { StoredForm } from '#db/chat/form.ts';
import type { Command } from '#runtime/handler.ts';

export const aChoice = (over: Partial<StoredChoice> = {}): StoredChoice => ({
  token: 'token',
  setId: 1,
  position: 1,
  label: 'Tiếp nhận',
  action: 'request.act',
  params: {},
  personId: null,
  ...over,
});

export const someChoices = (...labels: readonly string[]): StoredChoice[] =>
  labels.map((label, index) => aChoice({ token: `t${index + 1}`, position: index + 1, label }));

export const aForm = (over: Partial<StoredForm> = {}): StoredForm => ({
  id: 1,
  formId: 'request.file',
  subject: '',
  answers: {},
  open: true,
  updatedAt: 0,
  ...over,
});

export const aCommand = (over: Partial<Command> = {}): Command => ({
  word: 'viec',
  aliases: [],
  takesWords: false,
  inMenu: true,
  description: 'Việc chờ tôi',
  places: ['private'],
  run: async () => ({}),
  ...over,
});
