//! Work orders for the tests of the forms: blank, full, and with more text than the form has room for.

use super::*;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn drawn(who: &str) -> Option<FormSignature> {
    Some(FormSignature {
        who: who.into(),
        how: String::new(),
        when: "2026-11-23 21:10".into(),
        strokes: vec![
            vec![[0.05, 0.4], [0.2, 0.2], [0.3, 0.7], [0.45, 0.3], [0.5, 0.6]],
            vec![[0.55, 0.5], [0.7, 0.35], [0.8, 0.75], [0.95, 0.3]],
        ],
        aspect: 2.5,
    })
}

fn given(who: &str, how: &str, when: &str) -> Option<FormSignature> {
    Some(FormSignature {
        who: who.into(),
        how: how.into(),
        when: when.into(),
        ..FormSignature::default()
    })
}

fn material(name: &str, spec: &str) -> FormMaterial {
    FormMaterial {
        name: name.into(),
        spec: spec.into(),
        quantity: "2 個".into(),
        price: "120.00".into(),
        amount: "240.00".into(),
        ..FormMaterial::default()
    }
}

/// The owner's own, which failed its check and was used all the same (R21).
fn own(name: &str, spec: &str) -> FormMaterial {
    FormMaterial {
        name: name.into(),
        spec: spec.into(),
        quantity: "1 個".into(),
        own: true,
        check: "不合格".into(),
        warning: "已說明日後恐漏水".into(),
        choice: "業主說用，不換".into(),
        ..FormMaterial::default()
    }
}

fn fee(code: &str, name: &str, reasons: &str, amounts: [&str; 3]) -> FormFeeLine {
    let [labour, material, sum] = amounts.map(str::to_owned);
    FormFeeLine {
        code: code.into(),
        name: name.into(),
        variants: String::new(),
        quantity: "2 個".into(),
        reasons: reasons.into(),
        labour,
        material,
        sum,
    }
}

/// Only what is known before the order is written: for the night without the computer.
pub fn blank() -> WorkOrderForm {
    let copy = |number, destination: &str| FormCopy {
        number,
        label: String::new(),
        destination: destination.into(),
        mark: None,
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

/// Every field filled, with rare characters and all kinds of signature.
pub fn full() -> WorkOrderForm {
    let mut form = WorkOrderForm {
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
            "廚房水槽下方給水管接頭漏水，已用水桶接住；地板積水，恐滲到樓下 1104 室。\
             請盡快派人，並帶止水帶與 4 分接頭（業主說之前換過一次）。",
        ),
        department: some("工程部"),
        worker: some("王大明（水電班）"),
        issued: some("2026-11-23 20:03"),
        notify_due: some("2026-11-23 20:06"),
        arrive_due: some("2026-11-23 20:20"),
        accepted: given("王大明", "密碼", "20:05"),
        accepted_at: some("2026-11-23 20:05"),
        arrived: some("2026-11-23 20:18"),
        real_item: some("角閥老化破裂，連帶軟管更換"),
        in_schedule: Some(true),
        consent: some("2026-11-23 20:15　電話　單先生（林小姐）"),
        fees: vec![
            FormFeeLine {
                variants: "銅".into(),
                ..fee(
                    "12",
                    "更換三角閥",
                    "2 個 × 120.00 元；銅：加 72.00 元",
                    ["312.00", "240.00", "552.00"],
                )
            },
            fee(
                "15",
                "更換編織軟管",
                "返修（再次派單），免人工費",
                ["0.00", "0.00", "0.00"],
            ),
        ],
        superseded: Some(FormFee {
            lines: vec![fee(
                "11",
                "給水管接頭更換",
                "2 個 × 60.00 元",
                ["120.00", "0.00", "120.00"],
            )],
            total: "120.00".into(),
        }),
        materials: vec![
            material("三角閥", "1/2 吋 銅"),
            own("不鏽鋼編織軟管", "40 cm"),
        ],
        labour: some("312.00"),
        material: some("240.00"),
        total: some("552.00"),
        total_capitals: some("伍佰伍拾貳元整"),
        paid: some("已付 300.00，未付 252.00，掛賬"),
        fee_agreed: drawn("單先生"),
        work_done: some(
            "關閉總閥後更換三角閥與編織軟管各一，試水十分鐘無滲漏；清理地面積水，\
             並向業主說明日後保養方法。",
        ),
        finished: some("2026-11-23 21:05"),
        worker_remarks: some("總閥老化，下次保養一併更換。"),
        worker_signature: given("王大明", "憑密碼簽", "2026-11-23 21:06"),
        evaluation: Some(FormEvaluation::Satisfied),
        evaluation_remarks: some("師傅很好"),
        requester_signature: drawn("單先生"),
        supervisor_signature: given("陳主任", "紙本，林小姐經手", "2026-11-23 21:30"),
        returned: some("2026-11-23 21:40"),
        follow_up: some("2026-11-23 21:55　林小姐　滿意；已清理、說明"),
        printed_by: some("林小姐"),
        printed_at: some("2026-11-23 22:00"),
        ..blank()
    };
    for copy in &mut form.copies {
        copy.mark = Some(FormMark::Reprint);
    }
    form
}

/// Texts and material that need a continuation page.
pub fn long() -> WorkOrderForm {
    let full = full();
    WorkOrderForm {
        content: full.content.as_ref().map(|text| text.repeat(7)),
        work_done: Some("replace valve; ".repeat(60)),
        phone: some("+886 912 345 678 轉 1234，或夜間 0988-777-666（鄰居）"),
        fees: (1..=12)
            .map(|n| {
                let reasons = "2 個 × 20.00 元；夜間加成 30%：加 12.00 元；".repeat(n);
                let code = n.to_string();
                fee(&code, "更換接頭", &reasons, ["52.00", "0.00", "52.00"])
            })
            .collect(),
        materials: (1..=7)
            .map(|n| material(&format!("材料 {n}"), "1/2 吋"))
            .chain([own("材料 8", "1/2 吋")])
            .collect(),
        ..full
    }
}
