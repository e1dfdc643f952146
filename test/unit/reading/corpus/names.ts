/** Units, zones, fields, enterprises, with aliases, abbreviations and slips; and what is none of them. */
import { lines } from './lines.ts';

export const names = lines(`
UBND xã Thiên Lộc => units=xa-thien-loc
xã Thiên Lộc => units=xa-thien-loc
Ủy ban nhân dân xã Thiên Lộc => units=xa-thien-loc
UBND Thiên Lộc => units=xa-thien-loc
Thiên Lộc => units=xa-thien-loc
xã Nội Bài => units=xa-noi-bai
UBND phường Phúc Lợi => units=phuong-phuc-loi
phường Phúc Lợi => units=phuong-phuc-loi
P. Phúc Lợi => units=phuong-phuc-loi
UBND P.Phúc Lợi => units=phuong-phuc-loi
xã Quang Minh => units=xa-quang-minh zone=-
xã Hòa Lạc => units=xa-hoa-lac
xã Hoà Lạc => units=xa-hoa-lac
xã Xuân Mai => units=xa-xuan-mai
xã Mê Linh và xã Quang Minh => units=xa-me-linh+xa-quang-minh
UBND các xã Thiên Lộc, Vĩnh Thanh => units=xa-thien-loc+xa-vinh-thanh
xã Thiên Lộc, phường Long Biên => units=xa-thien-loc+phuong-long-bien
xã Thien Loc => units=xa-thien-loc
UBND xã Thiên Lộcc => units=xa-thien-loc
UBND xã Thien Lóc => units=xa-thien-loc
xã Phú Nghiã => units=xa-phu-nghia
xã Quang Mih => units=xa-quang-minh
huyện Đông Anh => units=xa-dong-anh+xa-thu-lam+xa-phuc-thinh+xa-thien-loc+xa-vinh-thanh
UBND huyện Mê Linh => units=xa-me-linh+xa-yen-lang+xa-tien-thang+xa-quang-minh
quận Long Biên => units=phuong-long-bien+phuong-bo-de+phuong-viet-hung+phuong-phuc-loi
huyện Đông Anh, KCN Thăng Long => units=xa-thien-loc zone=TL
UBND huyện Mê Linh kiểm tra KCN Quang Minh => units=xa-quang-minh zone=QM1
HIZA => units=bql
Ban Quản lý => units=bql
BQL các KCN => units=bql
phòng Quy hoạch xây dựng => units=bql-qhxd
phòng QHXD => units=bql-qhxd
phòng Môi trường => units=bql-mt field=-
phòng Đầu tư => units=bql-dt field=-
Văn phòng Ban Quản lý => units=bql-vp
phòng Kinh tế xã Thiên Lộc => units=xa-thien-loc-kt
Cảnh sát PCCC => units=cong-an-pccc field=-
Phòng Cảnh sát PCCC và CNCH => units=cong-an-pccc
PC07 => units=cong-an-pccc
Sở Xây dựng => units=so-xay-dung
Sở Quy hoạch - Kiến trúc => units=so-quy-hoach-kien-truc
Sở QHKT => units=so-quy-hoach-kien-truc
Sở Nông nghiệp và Môi trường => units=so-nong-nghiep-moi-truong field=-
Sở TN&MT => units=so-nong-nghiep-moi-truong
Sở Y tế => units=so-y-te
UBND thành phố => units=ubnd-thanh-pho
UBND TP Hà Nội => units=ubnd-thanh-pho
các xã, phường có KCN => units=xa-thien-loc+xa-noi-bai+xa-quang-minh+phuong-thuong-cat+xa-tay-phuong+xa-phu-nghia+xa-dai-xuyen
các phòng của Ban Quản lý => units=bql-vp+bql-qhxd+bql-dt+bql-mt+bql-dn+bql-ld+bql-kt
anh Lộc => units=-
anh Thiên Lộc => units=-
Nguyễn Quang Minh => units=- zone=-
chị Phú Nghĩa => units=-
ông Trần Phú => units=-
đường Trần Phú => units=-
xã Không Có => units=-
xã Thiên => units=-
Lộc => units=-
KCN Thăng Long => zone=TL units=-
KCN Bắc Thăng Long => zone=TL
Khu công nghiệp Thăng Long => zone=TL
khu công nghiệp Bắc Thăng Long => zone=TL
KCN Nam Thăng Long => zone=NTL
KCN Nội Bài => zone=NB units=-
KCN Quang Minh I => zone=QM1
KCN Quang Minh => zone=QM1 units=-
KCN Quang Minh 1 => zone=QM1
KCN Quang Minh II => zone=- units=-
KCN Sài Đồng B => zone=SDB
KCN Sài Đồng => zone=SDB
KCN Hà Nội - Đài Tư => zone=HNDT
KCN Đài Tư => zone=HNDT
KCN Thạch Thất - Quốc Oai => zone=TTQO units=-
KCN Thạch Thất Quốc Oai => zone=TTQO
KCN Phú Nghĩa => zone=PN units=-
KCN Phú Nghĩa mở rộng => zone=P-PNM
HANSSIP => zone=HANSSIP
KCN hỗ trợ Nam Hà Nội => zone=HANSSIP
Công viên CNTT => zone=CVCNTT
KCN Thăng Log => zone=TL
KCN Thang Lonng => zone=TL
KCN Phú Nghia => zone=PN
KCN TL => zone=TL
KCN sạch Sóc Sơn => zone=P-SS
KCN Thăng Long và KCN Nội Bài => zone=-
kiểm tra PCCC => field=F6b
phòng cháy chữa cháy => field=F6b
phòng cháy, chữa cháy => field=F6b
an toàn thực phẩm => field=F5a
ATTP => field=F5a
GPMB => field=F1b
giải phóng mặt bằng => field=F1b
quy hoạch phân khu => field=F1a
điều chỉnh quy hoạch => field=F1a
trật tự xây dựng => field=F1d
giấy phép xây dựng => field=F1d
đất đai => field=F1c
nhà ở xã hội => field=F1c
nước thải => field=F3
tài nguyên và môi trường => field=F3
an ninh trật tự => field=F6a
ANTT => field=F6a
dịch bệnh => field=F5b
an toàn lao động => field=F4b
người lao động => field=F4b
thu hút đầu tư => field=F2
kiểm tra liên ngành => field=F7
xả nước thải ra sông tại KCN Phú Nghĩa => field=F3 zone=PN
Công ty TNHH Tovaki Việt Nam => enterprise=0199001370
Công ty Tovaki => enterprise=0199001370
Cty Tovaki => enterprise=0199001370
Tovaki => enterprise=0199001370
DN Keraso => enterprise=0199082098
0199082098 => enterprise=0199082098
MST 0199082098 => enterprise=0199082098
Công ty Keraso tại KCN Nội Bài => enterprise=0199082098 zone=NB
Công ty Cổ phần Dược phẩm Lá Sen Giả Định => enterprise=0199102273
Công ty Dược phẩm Lá Sen => enterprise=0199102273
Cty Lavira Điện tử => enterprise=0199122456
Công ty Không Tồn Tại => enterprise=-
`);
