/** What officials shorten, spelled out for the words by which intents are known: only there, since places would move. */

const SHORT: Readonly<Record<string, string>> = {
  yc: 'yeu cau',
  bc: 'bao cao',
  'b/c': 'bao cao',
  tke: 'thong ke',
  k: 'khong',
  ko: 'khong',
  kg: 'khong',
  hong: 'khong',
  dc: 'duoc',
  gh: 'gia han',
  trl: 'tra loi',
  tn: 'tiep nhan',
  ktra: 'kiem tra',
  'k.tra': 'kiem tra',
  hdsd: 'huong dan su dung',
  ds: 'danh sach',
  dsach: 'danh sach',
  hs: 'ho so',
  vb: 'van ban',
  cv: 'cong van',
  sl: 'so lieu',
  tl: 'tra loi',
  xly: 'xu ly',
  nv: 'nhiem vu',
};

// A letter alone is a name of a lot, a list or a zone: only at the end of a question is `k` a no.
const WORD =
  /(?<![\w/.-])(?:(?:yc|bc|b\/c|tke|ko|kg|hong|dc|gh|trl|tn|ktra|k\.tra|hdsd|ds|dsach|hs|vb|cv|sl|tl|xly|nv)|k(?=[ .?!]*$))(?![\w/-])/g;

export const spelledOut = (plain: string): string => plain.replace(WORD, (word) => SHORT[word] ?? word);
