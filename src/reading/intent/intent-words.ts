/** The words by which intents are known, over plain text. The first rule that holds decides; the order is the meaning. */
import type { Intent } from './intent.ts';

/** Commands are words, with or without `/`. */
export const COMMANDS: Readonly<Record<string, Intent>> = {
  yeucau: 'file',
  viec: 'mine',
  theodoi: 'filed',
  xem: 'show',
  tim: 'search',
  thongke: 'figures',
  chitieu: 'indicator',
  baocao: 'report',
  doan: 'team',
  lich: 'calendar',
  nhac: 'remind',
  uyquyen: 'delegate',
  ketnoi: 'link',
  dulieu: 'data',
  menu: 'menu',
  quantri: 'admin',
  trogiup: 'help',
  help: 'help',
  huy: 'cancel',
  start: 'link',
};

type Rule = readonly [intent: Intent, pattern: RegExp, need?: 'code' | 'no code'];

/** Polite beginnings that say nothing of what is wanted. */
// Each word once: where `giúp em` could also be two, the pattern would try both, over and over.
const OPENING =
  '^(?:[ ,.:!-]|kinh|xin|vui long|nho|lam on|hay|cho|giup|muon|can|bot|dong chi|anh|chi|ban|toi|em|minh|da|se)*';
const opens = (words: string): RegExp => new RegExp(`${OPENING}(?:${words})\\b`);

/** A time in front of what is wanted: `thứ 6 nhắc tôi …`. */
const WHEN =
  '(?:(?:sang|trua|chieu|toi|dem|mai|mot|kia|ngay|hom|nay|thu|tuan|sau|thang|luc|vao|dau|cuoi|hai|ba|tu|nam|bay|chu nhat|cn|t[2-7]|gio|phut|tieng|nua|h|ruoi|[\\d:h/.-]+)[ ,]+)+';

/** Begins a question to the bot: whatever follows is not to be sent to anybody. */
export const QUESTION = opens('(?:xin |muon |cho )?hoi(?! y kien)(?: (?:chut|ti|la|thu|xem|them|nhanh))*');

const COUNTED = '(?:yeu cau|de nghi|viec|ho so|van ban|phan viec|nhiem vu|don vi|luot)';
/** Whom figures tell apart. */
const ACTOR = 'don vi|co quan|xa|phuong|so|phong|ban|linh vuc|khu|kcn';
const ASKED =
  'de nghi|yeu cau|kinh de nghi|de xuat|kien nghi|xin y kien|lay y kien|moi|nho|gui yeu cau|gui de nghi|lap yeu cau|lap de nghi|tao yeu cau|tao de nghi|lam yeu cau|lam de nghi|phoi hop';

export const RULES: readonly Rule[] = [
  [
    'mine',
    opens(
      '(?:phong |don vi )?(?:toi|em|minh|chung toi|phong toi|don vi toi)? ?(?:con|dang co|hien co|co) (?:bao nhieu|may) (?:viec|phan viec)(?! (?:ve|thang|quy|nam))',
    ),
  ],
  ['mine', /^(?:may|nhung|cac|danh sach|bao nhieu)? ?viec [^.?!]{0,30}cua (?:toi|em|minh)[ .?!]*$/],
  [
    'mine',
    /\b(?:phai|can) (?:tra loi|xu ly|lam|ky|duyet|tiep nhan) (?:nhung |cac )?(?:gi|viec gi|viec nao)\b/,
    'no code',
  ],
  [
    'cancel',
    /^(?:thoi|thoi (?:nhe|a|bo|bo di|khong can(?: nua)?|de sau)|huy|huy bo|bo qua|thoat|dung lai|(?:thoi |bo di |bo )?khong lam nua|bo|bo di|ngung|thoat ra|huy form|huy bieu mau|thoi khong (?:lam|gui) nua|huy (?:yeu cau|de nghi) (?:nay|dang lap|dang lam))[ .!]*$/,
  ],
  [
    'remind',
    opens(
      'nhac(?! den| toi (?:viec|chuyen) )(?: lai| nho)? (?:toi|em|minh|anh|chi|viec|hop|gui|lich|lai|truoc)|dat (?:lich )?nhac|tao nhac|hen gio|bao thuc|tat nhac|gio nhac|doi gio nhac|cai nhac|nhac nho|khong nhac|khong nhan nhac|(?:tat|bat|nhan|khong nhan) thong bao|ngung nhac|dung nhac',
    ),
  ],
  [
    'remind',
    new RegExp(`^${WHEN}(?:nho |hay |bot |giup )*nhac(?: lai)? (?:toi|em|minh|anh|chi)\\b(?! (?:viec|chuyen) )`),
  ],
  [
    'delegate',
    /\b(?:uy quyen|uỷ quyen|thay (?:toi|em|minh) (?:xu ly|ky|duyet|giai quyet|lam|tiep nhan|tra loi)|lam thay|xu ly thay|duyet thay|ky thay|(?:toi|em|minh)(?: se)? (?:vang mat|nghi phep|di cong tac|di vang|nghi om|nghi viec rieng))\b/,
  ],
  [
    'extend',
    /\b(?:gia han|lui han|doi han|them han|keo dai thoi han|xin them (?:thoi gian|\d+ ngay)|giãn han|hoan han|lui thoi han|xin lui|lui (?:den|sang|lai|them)|dieu chinh thoi han)\b/,
  ],
  [
    'receive',
    opens(
      '(?:toi |em |don vi |phong |chung toi |ben (?:toi |em |minh )?)?(?:da )?(?:xac nhan )?(?:tiep nhan|nhan viec|nhan xu ly|nhan yeu cau|nhan de nghi|nhan(?= ph))',
    ),
    'code',
  ],
  [
    'answer',
    opens(
      '(?:tra loi|phuc dap|phan hoi|y kien tra loi|thong nhat|khong thong nhat|nhat tri|dong y|khong dong y|tra loi lai|gui tra loi|da thuc hien)',
    ),
    'code',
  ],
  [
    'show',
    opens(
      '(?:xem|mo|hien|chi tiet|tinh hinh|tinh trang|trang thai|kiem tra|tra cuu|tim|thong tin|tien do|theo doi|den dau)',
    ),
    'code',
  ],
  [
    'show',
    /\b(?:den dau|the nao|ra sao|trang thai|tinh trang|tien do|xong chua|tra loi chua|ai (?:dang )?(?:xu ly|giu)|khi nao (?:het han|den han|xong)|han (?:den|la) (?:bao gio|khi nao|ngay nao)|con (?:may|bao nhieu) ngay)\b/,
    'code',
  ],
  ['receive', /\b(?:tiep nhan|nhan viec)\b/, 'code'],
  ['answer', /\b(?:tra loi|phuc dap|phan hoi|thong nhat|nhat tri|dong y)\b/, 'code'],
  [
    'receive',
    /^(?:toi |em |da |xin |xac nhan )*(?:tiep nhan|nhan viec)(?: (?:viec|yeu cau|de nghi|ho so))?(?: (?:nay|cua .{2,40}))?[ .!]*$/,
  ],
  [
    'admin',
    /\b(?:quan tri|them (?:nguoi dung|can bo|tai khoan|don vi|nhan su|thanh vien)|cap ma moi|tao ma moi|ma moi|moi (?:chi|anh|ong|ba|dong chi) (?:\w+ ){1,4}vao|them nguoi(?! theo doi)|moi can bo|khoa tai khoan|thu hoi quyen|phan quyen|cap quyen|tin gui loi|gui loi|hang doi|sua quy che|cap nhat quy che|giai the don vi|them ngay nghi|sua lich nghi)\b/,
  ],
  [
    'data',
    /\b(?:du lieu (?:ca nhan|cua (?:toi|em|minh))|thong tin ca nhan|(?:xoa|rut|tai|xem) (?:toan bo )?(?:du lieu|thong tin) (?:ca nhan|cua (?:toi|em|minh))|rut (?:lai )?(?:su )?dong y|luu (?:nhung )?(?:gi|thong tin gi|du lieu gi) (?:ve|cua) (?:toi|em|minh)|bao ve du lieu)\b/,
  ],
  [
    'link',
    /\b(?:(?:ket noi|lien ket|them|gan)(?: (?:voi|them|mot))? (?:tai khoan|zalo|telegram|kenh|nick)|dung (?:ca|them) (?:zalo|telegram)|ket noi (?:zalo|telegram)|lien ket|doi tai khoan|chuyen sang (?:zalo|telegram))\b/,
  ],
  ['file', opens('(?:lap|tao|gui|lam|viet|soan|mo)(?: mot| 1| them)? (?:yeu cau|de nghi|phieu)(?: phoi hop| moi)?')],
  [
    'filed',
    /\b(?:(?:yeu cau|de nghi|viec|ho so)(?: ma| phoi hop)* (?:toi|em|minh|chung toi|don vi toi|phong toi)(?: da| dang)? (?:gui|lap|theo doi|yeu cau|de nghi)|(?:toi|em|minh|don vi toi|phong toi|phong em|don vi em) (?:da |dang )?(?:gui|lap|theo doi)(?: di)? (?:nhung |cac |bao nhieu )?(?:yeu cau|de nghi|viec|gi|ho so)|(?:yeu cau|de nghi)(?: phoi hop)? (?:da gui|dang theo doi|da lap|gui di|cua toi|cua em|cua minh|cua don vi toi|cua phong toi|do toi)|(?:toi|em|minh)(?: da)? (?:gui|lap)(?: di)?\b.{0,40}\b(?:tra loi|phan hoi|phuc dap|tiep nhan|xu ly|xong) chua|danh sach (?:theo doi|da gui|dang theo doi)|dang theo doi (?:gi|nhung gi)|ai chua tra loi (?:toi|em|minh)|(?:don vi|xa|phuong|so|ben|noi) nao (?:con |van )?chua tra loi(?! [^.?!]{0,12}\b(?:tuan|thang|quy|nam)\b)|(?:yeu cau|de nghi) nao .{0,40}chua (?:duoc )?tra loi|^theo doi)\b/,
  ],
  [
    'filed',
    /\b(?:yeu cau|de nghi|ho so|van ban|xa|phuong|so|cong an|ben)\b.{1,60}\b(?:tra loi|phan hoi|phuc dap|tiep nhan|xu ly|duyet|xong) chua\b/,
    'no code',
  ],
  [
    'file',
    opens(
      'gui (?:cho |toi |den )?[^.?!]{2,60}\\b(?:mot |1 )?(?:yeu cau|de nghi|phieu)(?: phoi hop)? (?:ve|phoi hop|xin|lay|cung cap|kiem tra)',
    ),
  ],
  [
    'search',
    opens('(?:tim|tra cuu|tim kiem|kiem (?:giup|ho|cho|lai|xem)|search|loc (?:ra|theo|cac|danh sach))(?! cach)'),
  ],
  [
    'search',
    /^(?:minh |minh da )?co (?:yeu cau|de nghi|ho so|van ban|cong van|viec) nao (?:ve|cua|lien quan|tai|o|gui|noi ve|den)\b/,
    'no code',
  ],
  [
    'team',
    /\b(?:(?:lap|thanh lap|tao|them|mo) (?:mot )?doan(?: kiem tra| cong tac| khao sat| lien nganh)?|^doan (?:minh|toi|em|ta|chung toi)|doan (?:kiem tra|cong tac|khao sat|lien nganh)? ?(?:cua (?:toi|em|minh|nhom)|nay|nao|gom (?:nhung )?ai)|thanh vien doan|truong doan|thu ky doan|bien ban (?:kiem tra|lam viec|cua doan|doan)|khoa bien ban|diem danh|ke hoach kiem tra cua doan|^doan (?:di|se|da|kiem tra|lien nganh|khao sat))\b/,
  ],
  [
    'report',
    opens(
      '(?:xuat|lap|lam|tao|gui|in|xem|tai|lay|ket xuat|tong hop)? ?(?:file |ban )?bao cao(?! (?:ve viec|so lieu (?:ve|cua) kcn))(?: (?:dinh ky|tong hop|ket qua))*(?:$| (?:thang|quy|nam|tuan|ky|6|9|sau thang|chin thang|\\d|cuoi|giua|dau|hang|dinh ky|theo|tinh hinh|phoi hop|cong tac|ra|dang|cua|so ket|tong ket|t\\d|q\\d|tu ngay|tu))',
    ),
  ],
  [
    'indicator',
    /\b(?:chi tieu|(?:tinh hinh|ket qua|so lieu|gia tri) thu hut (?:dau tu|fdi|von)|thu hut (?:dau tu|fdi|von) (?:\d+ thang|thang|quy|nam|6|9|dat|duoc|la|bao nhieu|den|ca)|(?:von|tong von) (?:dau tu|dang ky|fdi)(?: .{0,30})?(?:thang|quy|nam|dat|la|bao nhieu|so voi|cung ky)|ti le lap day|ty le lap day|kim ngach (?:xuat|nhap)|nop ngan sach|thu ngan sach|doanh thu (?:doanh nghiep|dn|cac dn|cua|thang|quy|nam|cac|6|9)|so (?:du an|lao dong|doanh nghiep) (?:moi|fdi|thang|quy|dang|trong|thu cap)|bao nhieu (?:du an|lao dong|von|doanh nghiep)|du an (?:fdi|moi|mo rong) (?:thang|quy|nam|6|9|la|dat|bao nhieu))\b/,
  ],
  [
    'figures',
    new RegExp(
      `^tk (?=${COUNTED}|thang|quy|nam)|\\b(?:thong ke|so lieu (?:thang|quy|nam|tuan|phoi hop|xu ly|tra loi|ve (?:yeu cau|de nghi|viec|ket qua))|bao nhieu ${COUNTED}|may ${COUNTED}|(?:ti|ty) le (?:dung han|tre han|tra loi|qua han|hoan thanh|cham|xu ly|tre)|so (?:luong )?(?:yeu cau|de nghi|ho so|viec)(?! (?:ph|\\d))|tong so ${COUNTED}|(?:don vi|xa|phuong|xa phuong|so|phong|noi|ben) nao (?:hay |bi )?(?:cham|tre|tra loi (?:cham|tre|nhanh|dung han)|qua han|dung han|nhanh|nhieu)|^so sanh (?=.{0,40}\\b(?:quy|thang|nam|cung ky|tuan)\\b)|bieu do|(?:${ACTOR}) nao [^.?!]{0,40}\\bnhat|(?:${ACTOR}) nao (?:con |van )?chua tra loi|so sanh (?:tuan|thang|quy|nam|\\d|voi ky truoc|voi cung ky)|^so voi (?:cung ky|ky truoc|thang truoc|quy truoc|nam (?:truoc|ngoai))|^(?:[^.?!]{0,40}\\b(?:tuan|thang|quy|nam)\\b[^.?!]{0,25} )?theo (?:tung |cac )?(?:linh vuc|don vi|khu|kcn|loai de nghi|muc do khan)(?=[ .?!]*$)|^cua (?:toi|em|minh|don vi (?:toi|em|minh)|phong (?:toi|em|minh)) (?:tuan|thang|quy|nam|\\d)|so lieu (?:cua )?(?:kcn|khu|ubnd|xa|phuong|don vi|linh vuc|toi)|(?:trung binh|binh quan) [^.?!]{0,30}(?:may|bao nhieu) ngay|${COUNTED} (?:dung han|tre han|qua han) (?:thang|quy|nam|tuan|theo|cua)|xep hang)\\b`,
    ),
  ],
  [
    'calendar',
    /\b(?:ngay nghi|nghi (?:le|tet|bu|may ngay)|lich (?:lam viec|nghi|tuan|thang|cong tac|nam)|(?:co|duoc) (?:phai )?(?:di lam|nghi|lam viec)(?: bu)? khong|nghi khong|co phai ngay (?:lam viec|nghi)|lam bu|ngay lam viec (?:tiep theo|ke tiep|gan nhat)|gio (?:lam viec|hanh chinh) (?:la|the nao|cua|tu)|con bao nhieu ngay lam viec|(?:la|vao|roi vao) (?:thu may|ngay may|ngay nao|thu nao)|^lich\b|khi nao nghi|bao gio nghi)\b/,
  ],
  [
    'mine',
    /\b(?:viec (?:cua (?:toi|em|minh|phong|don vi|chung toi|phong toi)|(?:dang )?cho|can (?:lam|xu ly)|ton|qua han|phai (?:lam|xu ly)|hom nay|tuan nay|sap den han|den han|nao|gi|duoc giao|chua (?:xong|lam|xu ly|tra loi|tiep nhan))|(?:toi|em|minh|phong toi|phong em|don vi toi|chung toi|phong minh) (?:co|con|dang co|phai|can|dang giu|dang|nhan duoc) (?:bao nhieu |nhung |may )?(?:viec|lam|gi|xu ly|yeu cau|de nghi|phai|no|han|ton)|con (?:viec|no|ton)|co (?:viec )?gi (?:qua han|den han|sap den han|can|phai|moi|dang cho|ton)|(?:yeu cau|de nghi|ho so|viec) nao (?:dang |da |sap )*(?:qua han|den han|het han|cho)|danh sach (?:cong )?viec|cong viec (?:cua|hom nay|can|tuan)|(?:yeu cau|de nghi|ho so|viec) (?:dang )?(?:cho (?:toi|em|minh|xu ly|tiep nhan|duyet|tra loi|phong|don vi|ky)|den han|qua han|sap den han|gui (?:den|cho|toi) (?:toi|em|phong|don vi)|moi (?:den|nhan|gui den))|viec gi|(?:gi|viec) (?:can|cho|phai) (?:toi |em )?(?:duyet|xu ly|lam|tra loi|ky|tiep nhan)|cho (?:toi|em) duyet|dang cho duyet|qua han roi|^viec\b|han hom nay)\b/,
  ],
  [
    'file',
    new RegExp(
      `^(?:[^.!?]{0,80}[,.:;] ?)?(?:kinh |tran trong |toi |em |minh |chung toi |ban quan ly |phong \\w+ |xin |can |muon )*(?:${ASKED})(?! (?:nao|cua (?:toi|em|minh)|da (?:gui|lap)|dang|qua han|ph)\\b)\\b`,
    ),
  ],
  ['file', /^(?:dn|gap[:,]? dn) (?:ubnd|ub|xa|phuong|so|phong|ban|bql|cong an|ca|p|x|cac)\b/],
  [
    'menu',
    /^(?:(?:cho|xem|mo|toi|em|xin|muon|hien|ra) )*(?:menu(?: chinh)?|chuc nang|danh muc|thuc don|bang chon|cac chuc nang|mo menu|hien menu|ve menu|quay lai menu|xem menu|bat dau|trang chu)[ .!?]*$/,
  ],
  [
    'help',
    /\b(?:tro giup|huong dan|help|(?:lam|dung|su dung) (?:the nao|nhu the nao|ra sao|sao)|cach (?:dung|su dung|gui|lap|lam|tra loi|xem|tinh|tim)|(?:^|bot |ban |may |tro ly )(?:co the )?(?:lam|giup) (?:duoc )?(?:nhung )?(?:gi|viec gi)|giup (?:toi|em|minh)(?: voi)?[ .!?]*$|^giup[ .!?]*$|khong hieu|(?:^|bot |ban )la ai|khong biet (?:dung|lam|cach)|co nhung lenh (?:gi|nao)|cau lenh)\b/,
  ],
  ['report', /\bbao cao (?:thang|quy|nam|tuan|ky|6 thang|9 thang|sau thang|chin thang)\b/],
  ['show', opens('(?:xem|mo)'), 'code'],
  [
    'file',
    /\b(?:de nghi|yeu cau|moi|nho) .{0,120}\b(?:phoi hop|cung cap|cho y kien|cu (?:nguoi|can bo|dai dien)|kiem tra|khao sat|ra soat|thao go|tham gia|xem xet|giai quyet|bao cao|gui|tra loi|xac minh|xu ly)\b/,
    'no code',
  ],
  [
    'file',
    /\b(?:phoi hop (?:kiem tra|khao sat|thuc hien|giai quyet|xu ly|thanh tra|cung cap|ra soat|to chuc|tuyen truyen)|(?:lay|xin) y kien|can (?:ubnd|xa|phuong|cong an|so|phong) .{0,60}(?:phoi hop|cung cap|kiem tra|cho y kien|bao|bao cao|gui|cu nguoi|ra soat|xac minh|tra loi))\b/,
    'no code',
  ],
  [
    'file',
    /^(?:kiem tra|khao sat|ra soat|thanh tra|xac minh|thao go|giai phong mat bang|xu ly|giai quyet) .{6}/,
    'no code',
  ],
  ['show', /./, 'code'],
];
