/**
 * Numbers that are no dates: of documents and laws, money, areas, shares, telephones, addresses, codes. They are taken
 * away first, so that no other reader sees them.
 */
import { each, type Reader, silent } from './atom.ts';

const LAW =
  'nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|luat|bo luat|phap lenh|hien phap|nd|qd|tt|ct|nq|ke hoach|cong van|van ban|to trinh|giay phep|hop dong|thong bao|quy chuan|tieu chuan|qcvn|tcvn';
const MONEY = 'dong|vnd|vnđ|usd|ty|trieu|tr|nghin|ngan|do la|euro|d';
const MEASURE = 'ha|hecta|m2|m²|m3|m|km|km2|cm|mm|kg|tan|ta|lit|kw|kwh|mw|kva|%|phan tram|diem|do';
/** What is counted after a share or a range: `3/4 đơn vị`, `5-7 người`. */
const COUNTED =
  'don vi|phuong|xa|so ho|so don vi|so|tong so|thanh vien|ho so|doanh nghiep|dn|cong ty|ho|ho dan|nguoi|can bo|du an|kcn|chi tieu|noi dung|dai bieu|y kien|phieu|hoc vien|lao dong|nhiem vu|dien tich|viec|yeu cau|thua|van ban|dieu|khoan|muc';
/** Lengths too vague to be terms: `5-7 ngày`. */
const LENGTHS = 'thang|nam|quy|tuan|ngay lam viec|ngay|gio|phut|buoi|lan';
/** After these a day comes, whatever follows it. */
const DAY_WORDS = 'ngay|mung|hom|truoc|trc|han|nhat|het|den|tu|vao|sang|chieu|trua|toi|gio|la|han:|\\d|h';

const PATTERNS: readonly RegExp[] = [
  // A request's code.
  /\bph[ -]{0,3}\d{4}[ -]{1,3}\d{1,6}\b/g,
  // 61/2018/NĐ-CP, 123/BQL-QHXD, 12/5/BC-UBND, 1656/NQ-UBTVQH15
  /(?<![\w/])\d{1,6}(?:[/-]\d{1,4}){0,2} ?\/ ?[a-z]{1,12}[a-z\d]*(?:[-/&.][a-z\d]{1,12}){0,4}/g,
  // số 45, số 15/12, số: 123
  /\b(?:so hieu|so ky hieu|so nha|so dien thoai|so|sdt|dt|tel|hotline|ma so|mst|stk|cccd|cmnd)[ :.]{1,3}[\d][\d/.,-]{0,20}\b(?! ?(?:gio\b|ngay\b))/g,
  // Nghị định 35/2022, Quyết định 12/5, Luật Đất đai năm 2024, Luật Đất đai 2024
  new RegExp(`\\b(?:${LAW})(?: so)? \\d{1,5}(?:[/-]\\d{1,4}){0,2}`, 'g'),
  /\b(?:luat|bo luat|phap lenh|nghi quyet dai hoi)(?: (?!ngay|truoc|den|tu\b|nam \d)[a-z,]{1,10}){0,7} (?:nam )?(?:19|20)\d\d\b/g,
  /\b(?:dieu|khoan|muc|chuong|phu luc|diem|trang|bieu|mau|bang|hinh|phan|tap|bai|phien ban|quyen|version|v)(?: so)? \d{1,3}[a-z]?\b(?:[.,/-]\d{1,3})*/g,
  /\b(?:to ban do|thua dat|thua|lo dat|lo|o dat|o|ngo|ngach|hem|kiet|duong|pho|quoc lo|ql|tinh lo|dt|tang|phong so|phong hop|phong|block|toa|kho|cong|km)(?: so)? \d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,3}\b/g,
  // Telephones, tax and account numbers, long numbers with their groups.
  /(?<![\w/.-])(?!\d\d([-. ])\d\d\1(?:19|20)\d\d(?!\d))\+?(?:84|0)\d{1,3}(?:[ .-]?\d{2,4}){2,3}\b(?![/-]\d)/g,
  /(?<![\w/])\d{7,}(?:-\d{3})?\b/g,
  /(?<![\w/])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?\b/g,
  new RegExp(`(?<![\\w/])\\d{1,9}(?:[.,/-]\\d{1,4})? ?(?:${MONEY}|${MEASURE})(?![\\w])`, 'g'),
  /(?<![\w/])\d{1,9}(?:[.,]\d{1,4})? ?%/g,
  // 1/500, 1/2000, tỷ lệ 3/4, đạt 8/10
  /(?<![\w/])1\/(?:\d{1,3}(?:[.,]?\d{3})|[2-9]00|5000|10000)\b(?!\/)/g,
  /\b(?:ti le|ty le|dat|dat duoc|hoan thanh|ty trong|he so|khoang|gom|co|da co|chiem|voi|thieu|con|du|duoc|la|chia|cap do|muc do|diem so) \d{1,3}\/\d{1,3}\b(?!\/| (?:nam|am))/g,
  new RegExp(`(?<![\\w/.-])(?<!(?:\\b|[\\d#])(?:${DAY_WORDS}) )\\d{1,3} ?[/-] ?\\d{1,3} (?:${COUNTED})\\b`, 'g'),
  new RegExp(`(?<![\\w/.-])\\d{1,3} ?- ?\\d{1,3} (?:${LENGTHS})\\b`, 'g'),
  new RegExp(`\\btu \\d{1,3} (?:den|toi) \\d{1,3} (?:${COUNTED}|${LENGTHS})\\b`, 'g'),
  // Which week of a month is a matter of counting that nobody agrees on.
  /\btuan (?:thu (?:[1-5]|nhat|hai|ba|tu|nam)|[1-5]|dau(?: tien)?|cuoi(?: cung)?) (?:cua )?thang(?: (?:\d{1,2}|nay|sau|toi|truoc))?(?:\/20\d\d)?(?!\w)/g,
  // Round the clock.
  /(?<!ngay |truoc |den |het |sang |chieu )\b24[hg]?\/7(?![/\d])(?!$)/g,
  /\b\d{1,2} ?(?:h|gio|tieng) ?\/ ?(?:ngay|tuan|24h?)\b|\b\d{1,2}\/\d{1,2} ?(?:h|gio)\b/g,
  // How often, and how long it takes or took.
  /\b(?:moi|hang|mot|\d{1,2}) (?:ngay|tuan|thang|quy|nam) (?:mot|hai|ba|\d{1,2}) lan\b/g,
  /\b\d{1,2} (?:thang|tuan|nam|ngay|quy) ?\/ ?(?:1 ?)?lan\b|\b\d{1,3} (?:lan|ca|buoi|luot) ?\/ ?(?:ngay|tuan|thang|quy|nam)\b/g,
  /\b(?:ngay|mung) \d{1,2} (?:hang|moi) (?:thang|quy|nam)\b|\bthu ?(?:[2-7]|hai|ba|tu|nam|sau|bay) (?:hang|moi) (?:tuan|thang)\b|\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|sang|chieu|toi)\b/g,
  /\b(?:qua han|tre han|tre|cham|qua|da qua|vuot|tron|nghi phep|nghi|mat|keo dai|them) (?:duoc |them |gan |hon )?\d{1,3} (?:ngay lam viec|ngay|gio lam viec|gio|tuan|thang|nam|phut|nlv|tieng)\b(?! nua)/g,
  /\b(?:nhiem ky|khoa|nien khoa|giai doan)(?: tu)? \d{1,2}\b/g,
  /\bma (?:hang|san pham|vat tu|lo|lo hang|ho so|don hang)[ :]{1,2}[\w./-]{1,24}/g,
  /\blan thu \w{1,4} (?:trong|cua) (?:tuan|thang|quy|nam)(?: (?:nay|truoc|20\d\d))?\b/g,
  // An order, without its marks too.
  /\bthu tu (?:uu tien|thuc hien|xu ly|giai quyet|trinh|sap xep|duoi|tren|nhu|theo|bang|abc|a)\b/g,
  // An age, a score, an IP address.
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])|\b\d{1,3} tuoi\b/g,
];

export const noDates: Reader = (_frame, plain) =>
  PATTERNS.flatMap((pattern) => each(plain, pattern, ({ place }) => silent(place)));
