/** `gia hạn ph3 thêm 5 ngày`, `PH 42 sao rồi`: a code of this year by its number alone, spelled out for whoever reads on. */
import { typed } from './typed.ts';

/** No entry is made of others: a line of such words could be read in ever more ways, and would take for ever. */
const ACTS =
  'dong y|khong|chap thuan|tu choi|duyet|phe duyet|ky duyet|giao|phan cong|don doc|tong hop|ket thuc|rut|thu hoi|tra lai|du thao|doi|nang|muc do|do khan|chuyen|trao doi|them|ket qua|lai';

/** Only where nothing but what is wanted stands before it: `họp tại PH 3` is a room. */
const SHORT = new RegExp(
  String.raw`^(?:(?:xin|cho|toi|em|minh|hoi|da|se|bot|gia han|gh|lui han|lui|xem|mo|tra loi|trl|tiep nhan|nhan|xu ly|ho so|yeu cau|de nghi|yc|ma|viec|tinh hinh|theo doi|kiem tra|tim|${ACTS})[ :]+)*(ph[ .-]?0*(\d{1,5}))(?![\w/.-]*\d|\w)`,
);

export const withWholeCode = (line: string, year: string): string => {
  const { clean, plain } = typed(line);
  const [all, code = '', number = ''] = SHORT.exec(plain) ?? [];
  if (all === undefined) return line;
  return `${clean.slice(0, all.length - code.length)}PH-${year}-${number.padStart(5, '0')}${clean.slice(all.length)}`;
};
