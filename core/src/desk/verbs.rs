//! Every verb of the program by name, for the shell, the command line, the rights matrix and the TypeScript types.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::access::Action;
use crate::desk::Desk;
use crate::door::{LongVerb, ReadVerb, When, WriteVerb};
use crate::error::{Code, Error, Result};
use crate::{
    audit, backup, day, fees, orders, people, places, quotes, records, registers, requests,
    settings, settlement,
};

/// One verb as the outside sees it.
pub struct Verb {
    pub name: &'static str,
    pub action: Action,
    /// Whether it changes the ledger.
    pub writes: bool,
    run: fn(&Desk, Option<&str>, When, Value) -> Result<Value>,
    /// Shows the input and output types to a visitor of TypeScript types.
    pub types: fn(&mut dyn TypeSink),
}

/// Receives the types of a verb's input and output.
pub trait TypeSink {
    /// The verb with the TypeScript names of input and output.
    fn verb(&mut self, name: &'static str, writes: bool, input: String, output: String);
    /// A declaration such as `type A = …`, by name.
    fn declaration(&mut self, name: String, text: String);
    /// Whether this type was already walked.
    fn seen(&mut self, id: std::any::TypeId) -> bool;
}

fn read<V: ReadVerb>() -> Verb {
    Verb {
        name: V::NAME,
        action: V::ACTION,
        writes: false,
        run: |desk, token, when, input| {
            let verb: V = parse(input, || {
                desk.admit(token, when.begun(), V::NAME, V::ACTION)
            })?;
            let value = desk.read(token, when.begun(), verb)?;
            Ok(serde_json::json!({ "value": value, "touched": [] }))
        },
        types: |sink| crate::desk::typescript::walk::<V, V::Out>(sink, V::NAME, false),
    }
}

fn write<V: WriteVerb>() -> Verb {
    Verb {
        name: V::NAME,
        action: V::ACTION,
        writes: true,
        run: |desk, token, when, input| {
            let verb: V = parse(input, || {
                desk.admit(token, when.begun(), V::NAME, V::ACTION)
            })?;
            Ok(serde_json::json!(desk.call(token, when.begun(), verb)?))
        },
        types: |sink| crate::desk::typescript::walk::<V, V::Out>(sink, V::NAME, true),
    }
}

fn long<V: LongVerb>() -> Verb {
    Verb {
        name: V::NAME,
        action: V::ACTION,
        writes: V::RECORDS,
        run: |desk, token, when, input| {
            let verb: V = parse(input, || {
                desk.admit(token, when.begun(), V::NAME, V::ACTION)
            })?;
            Ok(serde_json::json!(desk.work(token, when, verb)?))
        },
        types: |sink| crate::desk::typescript::walk::<V, V::Out>(sink, V::NAME, V::RECORDS),
    }
}

/// The verb as the input describes it. Bad input is told only to who may use the verb at all.
fn parse<V: DeserializeOwned>(input: Value, admit: impl FnOnce() -> Result<()>) -> Result<V> {
    serde_json::from_value(input).or_else(|e| {
        admit()?;
        // serde's message names fields and types, and may quote a value: it goes to the screen, never to the log.
        Err(Error::new(Code::BadCall).with("detail", e))
    })
}

impl Desk {
    /// Runs the verb of that name: `{ "value": …, "touched": […] }`.
    ///
    /// Errors: [`Code::BadCall`] when there is no such verb or the input does not fit, and the verb's own. Who has no
    /// right to the verb is denied whether the input fits or not.
    pub fn call_by_name(
        &self,
        token: Option<&str>,
        when: impl Into<When>,
        name: &str,
        input: Value,
    ) -> Result<Value> {
        let verbs = all();
        let verb = verbs
            .iter()
            .find(|verb| verb.name == name)
            .ok_or_else(|| Error::new(Code::BadCall).with("detail", name))?;
        (verb.run)(self, token, when.into(), input)
    }
}

/// The program's menu.
pub fn all() -> Vec<Verb> {
    [
        office(),
        day(),
        backup(),
        people(),
        places(),
        requests(),
        quotes(),
        orders(),
        fees(),
        settlement(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn office() -> Vec<Verb> {
    vec![
        read::<people::session::Status>(),
        write::<people::set_up::SetUp>(),
        read::<settings::show::ShowSettings>(),
        write::<settings::change::ChangeSettings>(),
    ]
}

fn day() -> Vec<Verb> {
    vec![
        read::<day::hand_over::ShowHandover>(),
        write::<day::hand_over::HandOver>(),
        read::<day::end::ShowDayEnd>(),
        write::<day::ExportDayEnd>(),
    ]
}

fn backup() -> Vec<Verb> {
    vec![
        long::<backup::plan::ShowPlan>(),
        write::<backup::plan::ChoosePlan>(),
        long::<backup::now::BackUpNow>(),
        long::<backup::check::CheckLedger>(),
        long::<backup::check::CheckBackup>(),
        long::<backup::restore::Restore>(),
        long::<backup::key::RecoveryKey>(),
        long::<backup::key::KeyOnPaper>(),
        write::<backup::key::KeepKey>(),
        read::<backup::key::IsKeyKept>(),
        long::<backup::progress::ShowProgress>(),
        long::<backup::progress::Stop>(),
        read::<records::find::FindRecord>(),
        read::<audit::list::ListActs>(),
        write::<audit::show::ShowAct>(),
    ]
}

fn people() -> Vec<Verb> {
    vec![
        write::<people::session::SignIn>(),
        write::<people::session::SignOut>(),
        write::<people::session::Lock>(),
        write::<people::session::Unlock>(),
        read::<people::session::WhoAmI>(),
        write::<people::clock::ConfirmClock>(),
        write::<people::clock::AllowDay>(),
        read::<people::list::ListPeople>(),
        write::<people::add::AddPerson>(),
        write::<people::change::ChangePerson>(),
        write::<people::set_password::SetPassword>(),
        write::<people::set_pin::SetPin>(),
        write::<people::start_pin::StartPin>(),
        read::<people::deputies::ListDeputies>(),
        write::<people::deputies::AddDeputy>(),
        write::<people::deputies::EndDeputy>(),
        read::<people::departments::ListDepartments>(),
        write::<people::departments::AddDepartment>(),
        write::<people::departments::ChangeDepartment>(),
    ]
}

fn places() -> Vec<Verb> {
    vec![
        read::<places::find::FindPlaces>(),
        read::<places::list::PlaceTree>(),
        read::<places::list::ListPlaces>(),
        read::<places::list::ShowPlace>(),
        write::<places::add::AddPlace>(),
        write::<places::change::ChangePlace>(),
        write::<places::residents::AddResident>(),
        write::<places::residents::ChangeResident>(),
        read::<places::parties::ListParties>(),
        write::<places::parties::AddParty>(),
        write::<places::parties::ChangeParty>(),
    ]
}

fn requests() -> Vec<Verb> {
    vec![
        write::<requests::record::RecordCall>(),
        write::<requests::answer::Answer>(),
        write::<requests::answer::Ask>(),
        write::<requests::answer::Reply>(),
        write::<requests::contact::ContactFor>(),
        write::<requests::contact::Help>(),
        write::<requests::crew::WaitCrew>(),
        write::<requests::crew::Arrange>(),
        write::<requests::review::Review>(),
        write::<requests::review::Feasible>(),
        write::<requests::review::Infeasible>(),
        write::<requests::review::Consent>(),
        write::<requests::review::RefuseQuote>(),
        write::<requests::danger::NoticeDanger>(),
        write::<requests::defect::AskDefect>(),
        write::<requests::defect::Defect>(),
        write::<requests::defect::NotDefect>(),
        write::<requests::coordinate::CoordinateRequest>(),
        write::<requests::join::Join>(),
        write::<requests::withdraw::Withdraw>(),
        write::<requests::withdraw::Unreached>(),
        write::<requests::tell::Tell>(),
        write::<requests::correct::CorrectRequest>(),
        write::<orders::correct_request::CorrectRequestFact>(),
        read::<requests::show::ShowRequest>(),
        read::<requests::list::ListRequests>(),
        read::<requests::list::RequestsAtPlace>(),
    ]
}

fn quotes() -> Vec<Verb> {
    vec![
        read::<quotes::work_out::WorkOut>(),
        read::<quotes::another_time::AtAnotherTime>(),
        read::<quotes::show::ShowQuotes>(),
        write::<requests::estimate::Estimate>(),
        write::<quotes::print_estimate::PrintEstimate>(),
    ]
}

fn settlement() -> Vec<Verb> {
    vec![
        write::<settlement::pay::Pay>(),
        write::<settlement::refund::Refund>(),
        write::<settlement::waive::Waive>(),
        write::<settlement::on_account::OnAccount>(),
        read::<settlement::show::ShowSettlement>(),
        read::<settlement::unpaid::ListUnpaid>(),
        read::<settlement::takings::ShowTakings>(),
        write::<settlement::takings::ReceiveTakings>(),
        write::<settlement::print_receipt::PrintReceipt>(),
        write::<settlement::print_takings::PrintTakings>(),
    ]
}

fn orders() -> Vec<Verb> {
    vec![
        write::<orders::issue::Issue>(),
        write::<orders::notify::Notify>(),
        write::<orders::accept::Accept>(),
        write::<orders::arrive::Arrive>(),
        write::<orders::amend::Amend>(),
        write::<orders::agree::Agree>(),
        write::<orders::finish::Finish>(),
        write::<orders::confirm::Confirm>(),
        write::<orders::countersign::Countersign>(),
        write::<orders::reject::Reject>(),
        write::<orders::return_copy::Return>(),
        write::<orders::follow_up::CallBack>(),
        write::<orders::close_unreached::CloseUnreached>(),
        write::<orders::exempt::Exempt>(),
        write::<orders::decline::Decline>(),
        write::<orders::transfer::Transfer>(),
        write::<orders::reassign::Reassign>(),
        write::<orders::pause::Pause>(),
        write::<orders::resume::Resume>(),
        write::<orders::coordinate::Coordinate>(),
        write::<orders::conclude::Conclude>(),
        write::<orders::void::Void>(),
        write::<orders::withdraw::WithdrawOrder>(),
        write::<orders::book_in::BookIn>(),
        write::<orders::copies::MoveCopy>(),
        write::<orders::copies::ReplaceCopy>(),
        write::<orders::explain_late::ExplainLate>(),
        write::<orders::correct::CorrectOrder>(),
        write::<orders::correct_fact::CorrectOrderFact>(),
        write::<orders::print::PrintOrder>(),
        write::<orders::print::ReportPrint>(),
        write::<registers::export::ExportRegister>(),
        write::<registers::print::PrintRegister>(),
        read::<orders::show::ShowOrder>(),
        read::<orders::form::ShowForm>(),
        read::<orders::list::ListOrders>(),
        read::<orders::queue::Stages>(),
        read::<orders::queue::Queue>(),
        read::<orders::queue::Workbench>(),
    ]
}

fn fees() -> Vec<Verb> {
    vec![
        read::<fees::schedules::list::ListSchedules>(),
        read::<fees::schedules::show::ShowSchedule>(),
        write::<fees::schedules::draft::DraftSchedule>(),
        write::<fees::schedules::edit::EditSchedule>(),
        write::<fees::schedules::drop::DropSchedule>(),
        write::<fees::schedules::publish::PublishSchedule>(),
        read::<fees::schedules::compare::CompareSchedules>(),
        read::<fees::schedules::candidates::Candidates>(),
        read::<fees::schedules::say::SayPrices>(),
        write::<fees::schedules::print::PrintSchedule>(),
        long::<fees::schedules::read_sheet::ReadSheet>(),
        write::<fees::schedules::import::ImportSheet>(),
    ]
}
