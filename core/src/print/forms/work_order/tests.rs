//! The form in all profiles and languages, blank and full.

use super::*;
use crate::print::pdf::to_pdf;

fn signature(who: &str) -> FormSignature {
    FormSignature {
        who: who.into(),
        how: String::new(),
        when: "2026-11-23 21:10".into(),
        strokes: vec![
            vec![[0.05, 0.4], [0.2, 0.2], [0.3, 0.7], [0.45, 0.3], [0.5, 0.6]],
            vec![[0.55, 0.5], [0.7, 0.35], [0.8, 0.75], [0.95, 0.3]],
        ],
        aspect: 2.5,
    }
}

pub fn full() -> WorkOrderForm {
    let some = |text: &str| Some(text.to_owned());
    let material = |name: &str, spec: &str, own| FormMaterial {
        name: name.into(),
        spec: spec.into(),
        quantity: "2 個".into(),
        price: "120.00".into(),
        amount: "240.00".into(),
        own,
        check: if own { "合格".into() } else { String::new() },
    };
    WorkOrderForm {
        office: "幸福花園物業管理處".into(),
        office_phone: some("02-2345-6789"),
        chain_position: 2,
        chain_first: some("PG20261120-011"),
        caller: some("㛃𠮷𠝹𨋢"),
        relation: some("業主之子"),
        phone: some("0912-345-678"),
        place: some("幸福花園 3 棟 1204 室　主臥室衛浴"),
        channel: some("電話"),
        kind: some("住戶維修"),
        urgency: some("緊急"),
        wished: some("2026-11-23 20:30"),
        received: some("2026-11-23 20:01"),
        taken_by: some("林小姐"),
        content: some(
            "廚房水槽下方給水管接頭漏水，已用水桶接住；地板積水，恐滲到樓下 1104 室。請盡快派人，並帶止水帶與 4 分接頭（業主說之前換過一次）。",
        ),
        department: some("工程部"),
        worker: some("王大明（水電班）"),
        issued: some("2026-11-23 20:03"),
        notify_due: some("2026-11-23 20:06"),
        arrive_due: some("2026-11-23 20:20"),
        accepted: Some(FormSignature {
            who: "王大明".into(),
            how: "密碼".into(),
            when: "20:05".into(),
            ..Default::default()
        }),
        accepted_at: some("2026-11-23 20:05"),
        arrived: some("2026-11-23 20:18"),
        reported_item: some("給水管接頭漏水"),
        real_item: some("角閥老化破裂，連帶軟管更換"),
        in_schedule: Some(true),
        materials: vec![
            material("三角閥", "1/2 吋 銅", false),
            material("不鏽鋼編織軟管", "40 cm", true),
        ],
        labour: some("300.00"),
        material: some("480.00"),
        total: some("780.00"),
        total_capitals: some("柒佰捌拾元整"),
        fee_agreed: Some(signature("單先生")),
        work_done: some(
            "關閉總閥後更換三角閥與編織軟管各一，試水十分鐘無滲漏；清理地面積水，並向業主說明日後保養方法。",
        ),
        finished: some("2026-11-23 21:05"),
        worker_remarks: some("總閥偏緊，建議下次保養時一併更換。"),
        worker_signature: Some(FormSignature {
            who: "王大明".into(),
            how: "憑密碼簽".into(),
            when: "2026-11-23 21:06".into(),
            ..Default::default()
        }),
        evaluation: Some(FormEvaluation::Satisfied),
        evaluation_remarks: some("師傅很細心"),
        requester_signature: Some(signature("單先生")),
        supervisor_signature: Some(FormSignature {
            who: "陳主任".into(),
            how: "紙本，林小姐經手".into(),
            when: "2026-11-23 21:30".into(),
            ..Default::default()
        }),
        returned: some("2026-11-23 21:40"),
        follow_up: some("2026-11-23 21:55　林小姐　滿意；鞋套、清理、說明皆有"),
        mark: Some(FormMark::Reprint),
        printed_by: some("林小姐"),
        printed_at: some("2026-11-23 22:00"),
        ..blank()
    }
}

pub fn blank() -> WorkOrderForm {
    let copy = |number, destination: &str| FormCopy {
        number,
        destination: destination.into(),
    };
    WorkOrderForm {
        office: "幸福花園物業管理處".into(),
        no: "PG20261123-004".into(),
        copies: vec![
            copy(1, "客戶服務中心"),
            copy(2, "工程部留檔"),
            copy(3, "客戶留存"),
        ],
        chain_position: 1,
        ..WorkOrderForm::default()
    }
}

#[test]
fn pictures() {
    for locale in Locale::ALL {
        for profile in FormProfile::ALL {
            let mut long = full();
            long.content = Some(long.content.unwrap().repeat(7));
            long.work_done = Some("replace valve; ".repeat(60));
            long.phone = Some("+886 912 345 678 轉 1234，或夜間 0988-777-666（鄰居）".into());
            long.materials = (1..9)
                .map(|i| FormMaterial {
                    name: format!("材料 {i}"),
                    ..long.materials[0].clone()
                })
                .collect();
            for (name, form) in [("full", full()), ("blank", blank()), ("long", long)] {
                let pages = work_order(&form, profile, locale);
                let n = pages.pages.len();
                let pdf = to_pdf("x", pages.pages).unwrap();
                let file = format!("/tmp/print/{}-{profile:?}-{name}.pdf", locale.tag());
                std::fs::write(&file, &pdf).unwrap();
                eprintln!(
                    "{file} {} bytes, {n} pages, missing {:?}",
                    pdf.len(),
                    pages.missing
                );
            }
        }
    }
}

#[test]
#[ignore]
fn speed() {
    let mut issued = full();
    issued.work_done = None;
    issued.fee_agreed = None;
    issued.materials.clear();
    issued.worker_signature = None;
    issued.requester_signature = None;
    issued.supervisor_signature = None;
    issued.follow_up = None;
    issued.worker_remarks = None;
    issued.total_capitals = None;
    issued.real_item = None;
    issued.evaluation_remarks = None;
    let one =
        crate::print::work_orders_pdf("x", [&issued], FormProfile::A4, Locale::ZhHant).unwrap();
    eprintln!("issued alone {}", one.bytes.len());
    std::fs::write("/tmp/print/issued.pdf", one.bytes).unwrap();
    for (name, form) in [("full", full()), ("issued", issued)] {
        let start = std::time::Instant::now();
        for _ in 0..20 {
            crate::print::work_orders_pdf("x", [&form], FormProfile::A4, Locale::ZhHant).unwrap();
        }
        eprintln!("{name} alone {:?} each", start.elapsed() / 20);
        let pool: Vec<char> = "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再采轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴".chars().collect();
        let forms: Vec<_> = (0..1000)
            .map(|i| {
                let mut f = form.clone();
                f.no = format!("PG20261123-{i:03}");
                f.content = Some(
                    (0..60)
                        .map(|k| pool[(i * 37 + k * 11 + k * k * i) % pool.len()])
                        .collect(),
                );
                f
            })
            .collect();
        let start = std::time::Instant::now();
        let pages: usize = forms
            .iter()
            .map(|f| work_order(f, FormProfile::A4, Locale::ZhHant).pages.len())
            .sum();
        eprintln!("{name} layout of {pages} {:?}", start.elapsed());
        let start = std::time::Instant::now();
        let file =
            crate::print::work_orders_pdf("x", &forms, FormProfile::A4, Locale::ZhHant).unwrap();
        eprintln!(
            "{name} 1000 {:?} {} bytes",
            start.elapsed(),
            file.bytes.len()
        );
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        eprintln!(
            "{}",
            status
                .lines()
                .filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS"))
                .collect::<Vec<_>>()
                .join(" ")
        );
    }
}
