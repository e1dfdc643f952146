/** Whole sentences, as they are filed: everything that they say at once. */
import { lines } from './lines.ts';

export const sentences = lines(`
Đề nghị UBND xã Thiên Lộc phối hợp kiểm tra PCCC tại KCN Thăng Long trước 17 giờ thứ Sáu, mức độ: khẩn => 2026-11-27 17:00 intent=file units=xa-thien-loc zone=TL field=F6b urgency=khan type=joint_work deadline=2026-11-27 17:00
Kính đề nghị Sở Xây dựng cho ý kiến về giấy phép xây dựng của Công ty Keraso tại KCN Nội Bài trong 5 ngày làm việc => 2026-12-01 intent=file units=so-xay-dung zone=NB field=F1d enterprise=0199082098 type=opinion
Đề nghị phường Phúc Lợi cung cấp danh sách lao động, hạn 15/12/2026 => 2026-12-15 intent=file units=phuong-phuc-loi field=F4b type=information deadline=2026-12-15
xin ý kiến phòng Môi trường về nước thải KCN Phú Nghĩa trước thứ 6 tuần sau => 2026-12-04 intent=file units=bql-mt zone=PN field=F3 type=opinion
Hỏa tốc: đề nghị Cảnh sát PCCC phối hợp kiểm tra cháy nổ tại KCN Quang Minh trong 4 giờ làm việc => 2026-11-25 12:00 intent=file units=cong-an-pccc zone=QM1 field=F6b urgency=hoa_toc type=joint_work
đề nghị xã Nội Bài khảo sát thực địa KCN Nội Bài lúc 9h sáng mai => 2026-11-25 09:00 intent=file units=xa-noi-bai zone=NB type=site_survey
gia hạn PH-2026-00042 đến ngày 10/12/2026 => 2026-12-10 intent=extend code=PH-2026-00042 deadline=2026-12-10
thống kê quý 3 của xã Nội Bài => 2026-07-01..2026-09-30 intent=figures units=xa-noi-bai period=2026-07-01..2026-09-30
thống kê PCCC 9 tháng => 2026-01-01..2026-09-30 intent=figures field=F6b period=2026-01-01..2026-09-30
tỷ lệ đúng hạn tháng 10/2026 của phường Long Biên => 2026-10-01..2026-10-31 intent=figures units=phuong-long-bien
quý 3 xã nào trễ nhiều nhất => 2026-07-01..2026-09-30 intent=figures period=2026-07-01..2026-09-30
đơn vị nào trễ nhất tháng 10/2026 => 2026-10-01..2026-10-31 intent=figures period=2026-10-01..2026-10-31
phòng nào xử lý chậm nhất năm 2026 => 2026-01-01..2026-12-31 intent=figures period=2026-01-01..2026-12-31
6 tháng đầu năm 2026 theo lĩnh vực => 2026-01-01..2026-06-30 intent=figures period=2026-01-01..2026-06-30
của tôi tháng 11/2026 => 2026-11-01..2026-11-30 intent=figures period=2026-11-01..2026-11-30
so với cùng kỳ => intent=figures
đơn vị nào chưa trả lời trong quý 3/2026 => 2026-07-01..2026-09-30 intent=figures
đơn vị nào chưa trả lời => intent=filed
số liệu KCN Thăng Long năm 2026 => 2026-01-01..2026-12-31 intent=figures zone=TL
báo cáo 6 tháng đầu năm 2026 => 2026-01-01..2026-06-30 intent=report period=2026-01-01..2026-06-30
nhắc tôi 8h sáng thứ Hai gọi xã Thiên Lộc => 2026-11-30 08:00 intent=remind units=xa-thien-loc
ủy quyền cho anh Nam từ 1/12 đến 5/12 => 2026-12-01..2026-12-05 intent=delegate period=2026-12-01..2026-12-05
Căn cứ Quyết định 21/2026/QĐ-UBND, đề nghị xã Quang Minh góp ý trước ngày 10/12 => 2026-12-10 intent=file units=xa-quang-minh type=opinion deadline=2026-12-10
Theo văn bản số 123/BQL-QHXD ngày 15/10/2026, đề nghị xã Thiên Lộc báo cáo chậm nhất 30/11 => 2026-10-15; 2026-11-30 intent=file units=xa-thien-loc deadline=2026-11-30
Đề nghị các xã, phường có KCN cho ý kiến dự thảo quy chế trước cuối tháng => 2026-11-30 intent=file type=opinion deadline=2026-11-30
đề nghị thu hồi 35 ha đất tại KCN Phú Nghĩa, trả lời trước 15/12 => 2026-12-15 intent=file zone=PN deadline=2026-12-15
Công ty Tovaki nợ 500 triệu đồng, đề nghị xã Thiên Lộc xác minh trong tuần này => 2026-11-23..2026-11-29 units=xa-thien-loc enterprise=0199001370 deadline=2026-11-29
đề nghị UBND huyện Đông Anh phối hợp giải phóng mặt bằng KCN Thăng Long => - intent=file units=xa-thien-loc zone=TL field=F1b type=joint_work
đề nghị Sở QHKT cho ý kiến điều chỉnh quy hoạch, khẩn, hạn 3 nlv => 2026-11-27 intent=file units=so-quy-hoach-kien-truc field=F1a urgency=khan type=opinion deadline=2026-11-27
`);
