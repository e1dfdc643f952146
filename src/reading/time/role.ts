/** What the words before a date say of it: that it is the last day, the first one, or the date of some document. */
import { isDeadlineBefore } from './atom.ts';

export type Role = 'deadline' | 'start' | 'past' | 'plain';

const START = /\b(?:sau|tu|ke tu|tinh tu|bat dau|khoi cong)(?: (?:ngay|hom|khi|luc|thoi diem))*[ :]*$/;
/** `văn bản số 12/BQL ngày …`, `Quyết định ngày …`, `Nghị định 35 ban hành ngày …`; the number may be hidden. */
const DOCUMENT =
  /(?:\d[\d/]{0,12}\/[a-z][\w/&.-]{0,30}|\b(?:nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|cong van|van ban|to trinh|giay moi|thong bao|bien ban|cv|qd|tt)(?: so)?(?: [\d#][\w/.#-]*)?)(?: (?:cua|ky|ban hanh|de|[a-z]{2,5}))?[, (]*(?: ?(?:ngay|ky ngay|de ngay))? ?$/;

/** `đã gửi ngày …`, `hôm …`, `nhận ngày …`: of what has been. */
const BEEN = /\b(?:(?:da|vua|duoc)(?: [a-z]{1,7}){1,3}(?: vao| tu)?(?: ngay| hom)?|nhan(?: duoc)? ngay|hom) ?$/;

/** The date of a document, or of something that has happened, lies behind us. */
export const isPast = (before: string, after: string): boolean =>
  /^ (?:vua qua|vua roi|qua)\b/.test(after) ||
  ((DOCUMENT.test(before) || BEEN.test(before)) && !isDeadlineBefore(before));

export const roleOf = (before: string, after: string): Role => {
  if (isDeadlineBefore(before)) return 'deadline';
  if (START.test(before)) return 'start';
  return isPast(before, after) ? 'past' : 'plain';
};
