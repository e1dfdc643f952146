/** Requests and parts as the rules see them: whole by default, changed where a test says so. */
import type { Dossier, Part, Request } from '#domain/request/request.ts';
import { localTime } from '#test/support/hand-clock.ts';

export const aRequest = (over: Partial<Request> = {}): Request => ({
  id: 1,
  code: 'PH-2026-00001',
  state: 'open',
  type: 'opinion',
  fieldId: 1,
  zoneId: null,
  enterpriseId: null,
  subject: 'Góp ý quy hoạch',
  content: '',
  urgency: 'thuong',
  docNumber: null,
  docDate: null,
  askingUnitId: 1,
  filerId: 1,
  regulationId: 1,
  filedAt: localTime('2026-11-23 08:00'),
  visibleAt: localTime('2026-11-23 08:00'),
  wantedBy: null,
  synthesis: null,
  result: null,
  closedAt: null,
  wasUndone: false,
  ...over,
});

export const aPart = (over: Partial<Part> = {}): Part => ({
  id: 1,
  requestId: 1,
  ordinal: 1,
  unitId: 2,
  state: 'awaiting',
  holderId: null,
  askedAt: localTime('2026-11-23 08:00'),
  receiptDue: localTime('2026-11-23 17:30'),
  receivedAt: null,
  receivedBy: null,
  termFrom: null,
  termEvent: 'receipt',
  due: localTime('2026-12-04 00:00'),
  provisional: false,
  submittedAt: null,
  answeredAt: null,
  answer: null,
  draft: null,
  pauses: [],
  extensions: [],
  handover: null,
  handCount: 0,
  urgedAt: null,
  silenceFor: null,
  notifiedAt: null,
  ...over,
});

export const aDossier = (request: Partial<Request> = {}, parts: readonly Partial<Part>[] = [{}]): Dossier => ({
  request: aRequest(request),
  parts: parts.map((part, index) => aPart({ id: index + 1, ordinal: index + 1, ...part })),
  watchers: [],
});
