// Made from the Rust types by `./dev bindings`. Do not edit.

export type Accept = { worker: PersonId, 
/**
 * How the worker signed; paper unless said otherwise.
 */
how: SignedHow | null, pin: string | null, strokes: Array<Array<[number, number]>> | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Act = { id: ActId, at: Moment, person: PersonId | null, person_name: string | null, verb: string, 
/**
 * What it was about, as `table:id`.
 */
subject: string | null, 
/**
 * The record that the subject is, or belongs to.
 */
record: Named | null, outcome: Outcome, 
/**
 * The act's link in the chain.
 */
hash: string, };
export type ActFilter = { from: Moment | null, to: Moment | null, person: PersonId | null, 
/**
 * A verb such as `orders.accept`, or an area such as `orders`.
 */
verb: string, 
/**
 * A row such as `work_order:12`, a table such as `work_order`, or a number such as `PG20261123-004`.
 */
subject: string, outcome: Outcome | null, };
export type ActId = number;
export type ActNote = { name: string, value: string | null, };
export type ActPage = { acts: Array<Act>, 
/**
 * Where the next page goes on. A page may be short, even empty, and still not be the last: only so many acts are
 * looked through at a time.
 */
next: ActId | null, };
export type ActView = { act: Act, changes: Array<FieldChange>, 
/**
 * What the act noted beside its changes.
 */
notes: Array<ActNote>, 
/**
 * Whether values are withheld because the viewer may not see residents' data.
 */
masked: boolean, };
export type Action = "enter" | "be_here" | "manage_people" | "change_settings" | "manage_places" | "see_places" | "reveal_contact" | "see_requests" | "record_request" | "handle_request" | "take_over" | "supervise_desk" | "see_orders" | "issue_order" | "notify_order" | "accept_order" | "record_work" | "steer_order" | "confirm_order" | "countersign" | "return_order" | "follow_up" | "exempt" | "void_order" | "move_copies" | "print_forms" | "correct_record" | "correct_fact" | "export" | "back_up" | "restore" | "see_audit" | "edit_fees" | "publish_fees" | "see_money" | "take_money" | "keep_money" | "answer_for_time" | "waive_fee";
export type AddDepartment = { name: string, kind: DepartmentKind, phone: string | null, };
export type AddDeputy = { principal: PersonId, deputy: PersonId, 
/**
 * First day, such as `2026-11-23`.
 */
from_day: string, 
/**
 * Last day.
 */
to_day: string, reason: string, };
export type AddParty = { name: string, 
/**
 * What it does, such as 電梯維保 or 自來水.
 */
trade: string | null, 
/**
 * Whom to ask for.
 */
contact: string | null, phone: string | null, };
export type AddPerson = { name: string, phone: string | null, department: DepartmentId, 
/**
 * At least one.
 */
roles: Array<Role>, login: string | null, 
/**
 * First password, to be replaced by the person; required with a sign-in name.
 */
password: string | null, };
export type AddPlace = { 
/**
 * What it stands in; only a community stands in nothing.
 */
parent: PlaceId | null, kind: PlaceKind, 
/**
 * Own name, such as `錦繡園`, `3棟`, `1204`, `B1停車場`.
 */
name: string, };
export type AddResident = { place: PlaceId, name: string, relation: Relation, 
/**
 * The one to call first leads; may be empty.
 */
phones: Array<string>, note: string | null, };
export type Administrator = { name: string, login: string, password: string, 
/**
 * Roles beside administrator: in a small office the manager sets the program up.
 */
roles: Array<Role>, };
export type Agree = { 
/**
 * The amount agreed to, in cents; what the items on the order come to. Without items it is one
 * piece of work at that price, named by what was reported.
 */
fee: Money, 
/**
 * The requester's signature, where one was asked for; without a name he signed himself.
 */
signature: SignatureInput | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type AllowDay = { 
/**
 * ISO day in the office's zone.
 */
day: string, answers: Answers, };
export type Amend = { real_item: string, 
/**
 * Fee for the real item as a whole, in cents; empty leaves the fee as it is.
 */
fee: Money | null, 
/**
 * The actual items, where they are not those reported; what they come to is the fee then (R11, R22).
 */
lines: Array<LineInput> | null, 
/**
 * Who of engineering judged the items that the schedule does not settle; required then (R19).
 */
judged_by: string | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Amount = { from: Money, 
/**
 * `None` while nobody knows.
 */
to: Money | null, };
export type Anew = { told: Amount, now: Amount, };
export type Answer = { 
/**
 * What the requester was told.
 */
answer: string, 
/**
 * Who was told; empty means the caller.
 */
whom: string | null, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Answers = { login: string, password: string, reason: string, };
export type Arrange = { 
/**
 * The new wished time.
 */
wished_at: TimeInput, note: string | null, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Arrive = { order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Ask = { supervisor: PersonId, question: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type AskDefect = { whom: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type AskLate = { step: StepId, 
/**
 * Which step it is.
 */
name: OrderStep, 
/**
 * Seconds past the deadline.
 */
late_by: number, };
export type AtAnotherTime = { request: RequestId, at: TimeInput, 
/**
 * Language of the words.
 */
locale: Locale, };
export type BackUpNow = { 
/**
 * Another folder than the chosen one, such as a stick to take away.
 */
folder: string | null, };
export type BackedUp = { run: BackupRun, 
/**
 * How many old backups were thinned out.
 */
thinned: number, };
export type BackupFile = { path: string, 
/**
 * When it was begun, in office time: `2026-11-23 14:30:05`.
 */
at: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * First digits of the newest act's hash.
 */
head: string, };
export type BackupKind = "now" | "daily" | "restore";
export type BackupPlan = { id: BackupPlanId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, folder: string, 
/**
 * Whether the program makes one every day by itself.
 */
daily: boolean, };
export type BackupPlanId = number;
export type BackupRun = { id: BackupRunId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, kind: BackupKind, at: Moment, 
/**
 * Nobody for the automatic ones, and for a restore by someone whom the restored ledger does not know.
 */
by_person: PersonId | null, 
/**
 * The backup's path; empty if it failed before there was one.
 */
file: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Hash of the newest act in the backup.
 */
head: string, 
/**
 * Where a restore kept the replaced ledger.
 */
kept: string, 
/**
 * Code of the error, if it failed.
 */
failed: string | null, };
export type BackupRunId = number;
export type Balance = { 
/**
 * What the requester agreed to (R20); nothing before.
 */
agreed: Money, 
/**
 * What is to be paid by now: what was agreed, once the work is finished.
 */
due: Money, 
/**
 * The work is not finished: nothing is owed yet, and nothing that was paid in advance is to be given back.
 */
under_way: boolean, paid: Money, refunded: Money, waived: Money, };
export type BookIn = { order: OrderId, version: number, 
/**
 * Required unless already signed for.
 */
worker: PersonId | null, accepted_at: TimeInput | null, arrived_at: TimeInput | null, 
/**
 * When it differs from what was reported (R11); without it, items that stand on the paper are named.
 */
real_item: string | null, 
/**
 * The items on the paper with their materials and what was found of the owner's own (R21, R22); none where it
 * has one amount for all of it, or those of the order.
 */
lines: Array<LineInput> | null, 
/**
 * Fee agreed on the paper, in cents (R20): what its items come to, where it has any.
 */
fee: Money | null, 
/**
 * Who of engineering judged what the schedule does not settle, or another amount than the order's items come to;
 * required then (R19).
 */
judged_by: string | null, finished_at: TimeInput | null, work_done: string, remarks: string | null, confirmation: Confirmation, evaluation: Evaluation | null, evaluation_remarks: string | null, 
/**
 * Who signed for the requester; empty takes the caller's name.
 */
signed_by: string | null, confirmed_at: TimeInput | null, 
/**
 * Required where the kind asks for it (R13).
 */
supervisor: PersonId | null, countersigned_at: TimeInput | null, returned_at: TimeInput | null, late: Late | null, };
export type BookedIn = { order: Stepped, 
/**
 * Every step of the paper that was late and has no reason yet, in their order (R37).
 */
late: Array<AskLate>, };
export type ByMethod = { cash: Money, transfer: Money, mobile: Money, };
export type Calendar = { 
/**
 * Whether Saturday and Sunday count as holidays.
 */
weekends: boolean, 
/**
 * Days that differ from what their weekday says, in any order.
 */
days: Array<CalendarDay>, };
export type CalendarDay = { day: string, 
/**
 * 國慶日, 補班.
 */
name: string, 
/**
 * A holiday; else a weekend's day that is worked (補班, 調休).
 */
holiday: boolean, };
export type CallBack = { 
/**
 * A neighbour whose report was joined to this order's request; empty means the requester himself. A neighbour who
 * is not satisfied sends a crew again as the requester does; any other word of his is recorded and the order waits
 * for the requester's own.
 */
reporter: RequestId | null, outcome: FollowUpOutcome, whom: string | null, message_left: boolean, shoe_covers: boolean | null, left_clean: boolean | null, explained: boolean | null, 
/**
 * Required when not satisfied: what is still wrong.
 */
remarks: string | null, 
/**
 * When not satisfied: the department of the next order; empty sends the same one.
 */
department: DepartmentId | null, worker: PersonId | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type CallId = number;
export type Candidate = { id: FeeItemId, item: FeeItem, 
/**
 * What its labour costs, in words.
 */
price: string, };
export type Candidates = { 
/**
 * A description, pinyin initials or the beginning of a code.
 */
text: string, 
/**
 * The order on whose site they are looked for: by its version it is priced (R35).
 */
order: OrderId | null, 
/**
 * When the work is wished; empty means now.
 */
at: TimeInput | null, 
/**
 * Language of the prices.
 */
locale: Locale, };
export type Change = { "change": "instead", labour: Price, } | { "change": "add", amount: Money, each: boolean, } | { "change": "further", amount: Money, };
export type ChangeDepartment = { department: DepartmentId, 
/**
 * Version as it was shown.
 */
version: number, name: string, kind: DepartmentKind, phone: string | null, active: boolean, };
export type ChangeParty = { party: PartyId, 
/**
 * Version as it was shown.
 */
version: number, name: string, trade: string | null, contact: string | null, phone: string | null, active: boolean, };
export type ChangePerson = { person: PersonId, 
/**
 * Version as it was shown.
 */
version: number, name: string, phone: string | null, department: DepartmentId, 
/**
 * At least one.
 */
roles: Array<Role>, login: string | null, active: boolean, };
export type ChangePlace = { place: PlaceId, 
/**
 * Version as it was shown.
 */
version: number, name: string, active: boolean, };
export type ChangeResident = { resident: ResidentId, 
/**
 * Version as it was shown.
 */
version: number, 
/**
 * Name, phones and note, by those who may see them; absent leaves them as they are.
 */
contact: Contact | null, relation: Relation, active: boolean, };
export type ChangeSettings = { settings: Settings, 
/**
 * The newest version the change was made from; a newer one in the ledger makes this one stale.
 */
based_on: SettingsId, 
/**
 * Who approved it, such as the owners' committee and its date.
 */
approved_by: string, reason: string, 
/**
 * From when it holds; empty means now. Never in the past.
 */
valid_from: TimeInput | null, };
export type Channel = "phone" | "visit" | "online" | "patrol" | "paper";
export type CheckBackup = { 
/**
 * Path of the backup.
 */
file: string, };
export type CheckLedger = { depth: Depth, 
/**
 * A printed head, typed or scanned, that is looked for in the chain.
 */
head: string | null, };
export type ChoosePlan = { 
/**
 * Full path of a folder that is there and can be written to.
 */
folder: string, 
/**
 * Whether the program makes a backup every day by itself.
 */
daily: boolean, };
export type Clock = { kind: ClockKind, due_at: Moment, 
/**
 * When the fact happened that stops it.
 */
met_at: Moment | null, state: ClockState, 
/**
 * Seconds past the deadline, when late.
 */
late_by: number | null, };
export type ClockKind = "write" | "notify" | "arrive" | "resume" | "finish" | "follow_up";
export type ClockRules = { 
/**
 * From intake to the department's notification (R7).
 */
notify: number, 
/**
 * From intake to the written order for public facilities (R8).
 */
write_public: number, 
/**
 * From 接單簽收 to arrival when urgent or as soon as possible (R9).
 */
arrive: number, 
/**
 * Arrival this long before an appointment (R9).
 */
before_appointment: number, };
export type ClockState = "running" | "met" | "late";
export type CloseUnreached = { order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Code = "broken" | "bad-call" | "sign-in-first" | "session-locked" | "denied" | "wrong-password" | "wrong-pin" | "too-many-tries" | "missing" | "too-long" | "invalid" | "time-unreadable" | "time-in-future" | "time-too-early" | "time-too-late" | "time-long-ago" | "clock-back" | "clock-ahead" | "bad-phone" | "password-short" | "pin-form" | "pin-is-own" | "pin-there" | "last-administrator" | "department-busy" | "department-needed" | "deputy-overlaps" | "stale" | "not-found" | "duplicate" | "already-set-up" | "not-set-up" | "step-not-now" | "agree-fee-first" | "check-material-first" | "owner-gave-up" | "countersign-first" | "copies-out" | "unreached-too-early" | "own-paper-signature" | "own-work" | "signed-by-hand" | "not-the-supervisor" | "copy-not-lost" | "desk-copy-lost" | "request-step-not-now" | "plan-first" | "consent-first" | "fee-differs" | "open-amount" | "more-than-open" | "own-takings" | "no-receipt" | "no-estimate" | "nothing-to-hand-over" | "goes-at-once" | "phone-needed" | "nothing-asked" | "contact-first" | "carries-others" | "out-of-bounds" | "amount-too-large" | "agreed-outside-range" | "price-is-fixed" | "unknown-variant" | "variants-clash" | "price-not-listed" | "material-not-included" | "price-unsound" | "item-unsound" | "schedule-fixed" | "schedule-empty" | "validity-overlaps" | "too-many-rows" | "sheet-unreadable" | "sheet-password" | "sheet-empty" | "sheet-too-big" | "sheet-bomb" | "sheet-rows" | "sheet-columns" | "sheet-encoding" | "sheet-formula" | "sheet-cell-error" | "sheet-no-heading" | "sheet-side-by-side" | "sheet-one-column" | "sheet-merged-over" | "sheet-column-open" | "sheet-changed" | "row-unsettled" | "place-busy" | "ledger-locked" | "ledger-newer" | "ledger-damaged" | "not-a-ledger" | "wrong-key" | "key-missing" | "ledger-missing" | "disk-full" | "file-trouble" | "no-access" | "no-backup-folder" | "backup-folder-gone" | "not-a-backup" | "not-a-head" | "backup-damaged" | "ledger-foreign" | "untrue" | "busy" | "cancelled" | "printer-missing" | "print-refused";
export type Columns = { 
/**
 * Rows above and with this one are titles and headings, as the spreadsheet counts.
 */
heading_row: number, 
/**
 * For each column from A.
 */
fields: Array<Field | null>, 
/**
 * Headings as the list writes them; what stands in them beside the name (元/次, 含材料) holds for the column.
 */
headings: Array<string>, 
/**
 * Columns whose field was proposed by what stands in them, until a person confirms it.
 */
unsure: Array<boolean>, };
export type CompareSchedules = { schedule: FeeScheduleId, against: FeeScheduleId | null, };
export type Comparison = { schedule: FeeSchedule, 
/**
 * The version before; none where none is in force yet, and everything is added.
 */
against: FeeSchedule | null, 
/**
 * In the order of the list, then what was dropped.
 */
items: Array<ItemChange>, 
/**
 * Whether the surcharges, the calendar differ.
 */
surcharges: boolean, calendar: boolean, };
export type Conclude = { work_done: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Confirm = { how: Confirmation, 
/**
 * Required when signed; one who was absent gave none.
 */
evaluation: Evaluation | null, 
/**
 * The requester's remarks, or the reason why there is no signature.
 */
remarks: string | null, 
/**
 * Required when signed; without a name the requester himself signed.
 */
signature: SignatureInput | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type ConfirmClock = { answers: Answers, };
export type Confirmation = "signed" | "refused" | "absent";
export type Consent = { 
/**
 * Who consented.
 */
whom: string, 
/**
 * How: by phone, in person, in writing.
 */
how: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Contact = { name: string, phones: Array<string>, note: string | null, };
export type ContactFor = { 
/**
 * Department or outside party.
 */
whom: string, reply: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Coordinate = { 
/**
 * Why it is unfinished.
 */
reason: string, 
/**
 * Number of the coordination order on paper.
 */
record: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type CoordinateRequest = { 
/**
 * Number of the coordination order on paper.
 */
record: string, reason: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type CopyId = number;
export type CopyMove = { id: CopyMoveId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, copy_id: CopyId, at: Moment, entered_at: Moment, by_person: PersonId, place: CopyPlace, holder: string, reason: string, };
export type CopyMoveId = number;
export type CopyOwner = "desk" | "department" | "customer";
export type CopyPlace = "desk" | "department" | "worker" | "customer" | "lost";
export type CopyRule = { 
/**
 * The office's own name for it beside 第N聯, such as 存根; may be empty.
 */
label: string, owner: CopyOwner, };
export type CorrectOrder = { order: OrderId, version: number, field: OrderField, value: string, reason: string, };
export type CorrectOrderFact = { order: OrderId, version: number, fact: OrderFact, reason: string, };
export type CorrectRequest = { request: RequestId, version: number, field: RequestField, value: string, reason: string, };
export type CorrectRequestFact = { request: RequestId, version: number, fact: RequestFact, reason: string, };
export type CorrectedOrder = { order: Stepped, 
/**
 * Steps that are late by the new judgement and have no reason yet (R37).
 */
late: Array<AskLate>, };
export type CorrectedRequest = { request: RequestStepped, 
/**
 * Steps of its orders that are late by the new judgement and have no reason yet (R37).
 */
late: Array<AskLate>, };
export type Correction = { id: CorrectionId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, 
/**
 * `table:id` of the corrected row.
 */
subject: string, field: string, old_value: string, new_value: string, reason: string, at: Moment, by_person: PersonId, };
export type CorrectionId = number;
export type Countersign = { 
/**
 * Head or foreman of the executing department, or a deputy named for the day.
 */
supervisor: PersonId, 
/**
 * How the supervisor signed; paper unless said otherwise.
 */
how: SignedHow | null, pin: string | null, strokes: Array<Array<[number, number]>> | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Danger = "none" | "water" | "fire" | "power" | "lift";
export type DayEnd = { 
/**
 * ISO day.
 */
day: string, from: Moment, 
/**
 * Closing: the first moment of the next day.
 */
to: Moment, 
/**
 * Whether the desk has closed; until then the list may still shrink.
 */
over: boolean, 
/**
 * Only those where something was left.
 */
sections: Array<LeftSection>, 
/**
 * Tables by which the list becomes stale.
 */
topics: Array<string>, };
export type Decision = { 
/**
 * As the spreadsheet counts.
 */
row: number, 
/**
 * The item in its place; none to leave the row out.
 */
item: FeeItem | null, };
export type Decline = { reason: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Defect = { 
/**
 * Who confirmed it.
 */
whom: string, 
/**
 * Number in the defect list (工程遺留問題匯總表).
 */
record: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Department = { id: DepartmentId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, name: string, kind: DepartmentKind, phone: string, 
/**
 * A department that is closed keeps its history and takes no new orders.
 */
active: boolean, };
export type DepartmentId = number;
export type DepartmentKind = "desk" | "engineering" | "security" | "cleaning" | "greening" | "other";
export type Depth = "chain" | "rows";
export type DeputyId = number;
export type DeputyView = { id: DeputyId, 
/**
 * Goes back with the ending; a stale one is refused.
 */
version: number, principal_id: PersonId, principal: string, deputy_id: PersonId, deputy: string, 
/**
 * ISO day in the office's time zone.
 */
from_day: string, 
/**
 * ISO day in the office's time zone.
 */
to_day: string, reason: string, 
/**
 * Ended before the day first set.
 */
ended: boolean, 
/**
 * Whether it holds today.
 */
today: boolean, };
export type DeskStatus = { set_up: boolean, office: string | null, 
/**
 * IANA name of the office's time zone, in which the screen shows times.
 */
zone: string | null, 
/**
 * Why nothing is recorded now: the computer's clock lies out of order with the last act.
 */
clock: Error | null, 
/**
 * Minutes after which an unused session locks; 0 never.
 */
idle_lock_minutes: number, people: Array<SignInName>, };
export type Document = { 
/**
 * File name to suggest, with its ending.
 */
name: string, 
/**
 * Media type such as `application/pdf`.
 */
media: string, bytes: string, };
export type Doubt = { why: DoubtWhy, 
/**
 * Row as the spreadsheet counts.
 */
row: number, 
/**
 * Column as the spreadsheet calls it; empty where the whole row is meant.
 */
column: string, 
/**
 * As the list writes it.
 */
text: string, };
export type DoubtWhy = "no_name" | "no_code" | "no_price" | "price_unread" | "material_unread" | "remark_unread" | "two_prices" | "unit_differs" | "kinds_unmatched" | "hour_rounding" | "surcharge" | "period" | "first_then" | "range_order" | "minimum_over_cap" | "price_meaning" | "total_differs" | "material_twice" | "code_repeated" | "name_repeated" | "name_price" | "category_unknown" | "single_line" | "list_note" | "day_cell" | "currency_differs" | "ditto" | "headings_differ";
export type DraftSchedule = { name: string, 
/**
 * The version it is copied from.
 */
copy_of: FeeScheduleId | null, };
export type DropSchedule = { schedule: FeeScheduleId, 
/**
 * Version as it was shown.
 */
version: number, };
export type Duty = "desk" | "monitor";
export type EditSchedule = { schedule: FeeScheduleId, 
/**
 * Version as it was shown.
 */
version: number, 
/**
 * What stays as it is is left out.
 */
name: string | null, surcharges: Array<Surcharge> | null, calendar: Calendar | null, 
/**
 * Items put in or changed.
 */
items: Array<PutItem>, 
/**
 * Items taken out.
 */
dropped: Array<ItemAt>, };
export type EditedSchedule = { schedule: FeeSchedule, items: Array<FeeItemRow>, };
export type EndDeputy = { deputation: DeputyId, 
/**
 * Version as it was shown.
 */
version: number, 
/**
 * The new last day, not before yesterday; empty means yesterday: it no longer holds today.
 */
last_day: string | null, };
export type Error = { code: Code, params: { [key in string]: string }, 
/**
 * Input field the error belongs to, when there is one.
 */
field: string | null, };
export type Estimate = { request: RequestId, 
/**
 * Version of the request as it was shown.
 */
version: number, lines: Array<LineInput>, 
/**
 * What they came to as it was read out; another amount is refused.
 */
told: Amount | null, };
export type Evaluation = "satisfied" | "mostly" | "not_satisfied";
export type Exempt = { 
/**
 * Such as a defect left by the developer.
 */
cause: string, 
/**
 * Number of the defect or coordination order that stays open.
 */
record: string, 
/**
 * Desk supervisor or manager who signs.
 */
supervisor: PersonId, 
/**
 * How he signed; paper unless said otherwise.
 */
how: SignedHow | null, pin: string | null, strokes: Array<Array<[number, number]>> | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type ExplainLate = { step: StepId, late: Late, };
export type ExportDayEnd = { 
/**
 * ISO day; empty means today.
 */
day: string | null, format: ExportFormat, locale: Locale, };
export type ExportFormat = "xlsx" | "csv" | "pdf";
export type ExportRegister = { register: RegisterName, filter: RegisterFilter, format: ExportFormat, locale: Locale, };
export type Exported = { document: Document, 
/**
 * Characters that no font has; 〓 stands in their place. Only what is printed can lack any.
 */
missing: Array<string>, };
export type Extra = { "extra": "percent", basis_points: number, } | { "extra": "line", amount: Money, } | { "extra": "order", amount: Money, };
export type Fault = { kind: FaultKind, place: string, };
export type FaultKind = "page" | "structure" | "reference" | "schema" | "chain" | "body" | "identity" | "row_untrue" | "row_unaudited" | "row_gone";
export type Feasible = { 
/**
 * Who judged it.
 */
whom: string, plan: string, 
/**
 * Price in cents, where the plan is one piece of work outside the schedule.
 */
quote: Money | null, 
/**
 * The plan's items with materials and what was agreed for each; their sum is the price.
 */
lines: Array<LineInput> | null, 
/**
 * How long it takes, as engineering says it.
 */
hours: string | null, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type FeeCategory = "household" | "staff_community" | "special";
export type FeeItem = { 
/**
 * The item's number in the office's list; unique within a version.
 */
code: string, category: FeeCategory, 
/**
 * Heading under which the list shows it, such as 安裝類; may be empty.
 */
group: string, name: string, 
/**
 * Other names by which people ask for it, such as 水喉; found by, never printed.
 */
also: string, 
/**
 * What is counted: 盞, 個/次, 米, 平方米.
 */
unit: string, labour: Price, 
/**
 * Least and most labour of one line, whatever is counted.
 */
minimum: Money | null, cap: Money | null, 
/**
 * Cases that are priced otherwise: over 3 m, split unit, three-phase.
 */
variants: Array<Variant>, material: Material, 
/**
 * Days within which the same work done again carries no labour (R16).
 */
warranty_days: number, 
/**
 * What the list says besides, as it says it.
 */
remarks: string, 
/**
 * The remarks say something that nothing above holds; whoever tells the price reads them out with it.
 */
noted: boolean, };
export type FeeItemId = number;
export type FeeItemRow = { id: FeeItemId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, schedule_id: FeeScheduleId, 
/**
 * Where it stands in the list.
 */
position: number, code: string, item: Json<FeeItem>, 
/**
 * By which it is found: see `fees::candidates`.
 */
search: string, 
/**
 * Taken out of the draft again.
 */
dropped: boolean, };
export type FeeSchedule = { id: FeeScheduleId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, name: string, state: ScheduleState, 
/**
 * The version it was made from.
 */
base_id: FeeScheduleId | null, surcharges: Json<Array<Surcharge>>, calendar: Json<Calendar>, entered_at: Moment, entered_by: PersonId, 
/**
 * ISO day in the office's time zone from which it holds, once published; it holds until the next one does.
 */
valid_from: string | null, 
/**
 * Who approved it, such as the owners' committee.
 */
approved_by: string, 
/**
 * The approval's own mark: meeting, date, number.
 */
approval: string, published_at: Moment | null, published_by: PersonId | null, };
export type FeeScheduleId = number;
export type Field = "code" | "category" | "group" | "name" | "spec" | "unit" | "labour" | "material" | "price" | "remarks" | "note" | "ignored";
export type FieldChange = { 
/**
 * `table:id`.
 */
row: string, 
/**
 * The record that the row is, or belongs to.
 */
record: Named | null, field: string, 
/**
 * Empty for a new row.
 */
old: string | null, new: string | null, };
export type FindPlaces = { text: string, 
/**
 * At most 50.
 */
limit: number, };
export type FindRecord = { 
/**
 * The number of an order, a request or a receipt, in any width and case; the code of a copy
 * (`PG20261123-004/2`) is that of its order.
 */
no: string, };
export type Finish = { work_done: string, remarks: string | null, 
/**
 * Who signs, where a PIN does; no other than the order's worker.
 */
worker: PersonId | null, 
/**
 * How the worker signed; paper unless said otherwise.
 */
how: SignedHow | null, pin: string | null, strokes: Array<Array<[number, number]>> | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type FollowUp = { id: FollowUpId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, order_id: OrderId, 
/**
 * The reporter who was called: the order's own request, or one joined to it.
 */
request_id: RequestId, at: Moment, entered_at: Moment, by_person: PersonId, whom: string, outcome: FollowUpOutcome, message_left: boolean, shoe_covers: boolean | null, left_clean: boolean | null, explained: boolean | null, remarks: string, };
export type FollowUpId = number;
export type FollowUpOutcome = "satisfied" | "mostly" | "not_satisfied" | "not_reached";
export type FollowUpRules = { unreached_tries: number, unreached_days: number, };
export type FollowedUp = { order: Stepped, next: Stepped | null, };
export type FormProfile = "a4" | "a4_sheet" | "a5";
export type Found = { place: Place, by: FoundBy, 
/**
 * The resident who was found, where it was not the place itself.
 */
resident: ResidentId | null, 
/**
 * Who lives there now.
 */
residents: Array<ResidentView>, 
/**
 * Requests from there that are not ended; empty for those who may not see requests.
 */
open_requests: number | null, };
export type FoundBy = "room" | "phone" | "name" | "initials" | "pinyin" | "sound";
export type HandOver = { 
/**
 * Who gives: the night's duty.
 */
gave: PersonId, 
/**
 * The last entry that was shown; a later one is not taken over unseen.
 */
upto: RequestId, 
/**
 * When; empty means now.
 */
at: TimeInput | null, remarks: string | null, };
export type HandedOver = { takings: Takings, gave: string, received: string, receipts: Array<PaymentView>, };
export type Handover = { id: HandoverId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, at: Moment, entered_at: Moment, gave: PersonId, took: PersonId, 
/**
 * The last request it covers.
 */
upto: RequestId, 
/**
 * How many requests it covers.
 */
entries: number, remarks: string, };
export type HandoverId = number;
export type HandoverView = { 
/**
 * The oldest entry first.
 */
entries: Array<Request>, 
/**
 * The newest first.
 */
past: Array<PastHandover>, };
export type HeadIs = { "is": "here", act: number, at: Moment, 
/**
 * Verb of the act.
 */
verb: string, 
/**
 * How many acts came after, and when the last of them.
 */
after: number, last_at: Moment | null, 
/**
 * What they were, the most frequent first.
 */
verbs: Array<VerbCount>, } | { "is": "foreign", ledger: string, } | { "is": "cut", act: number, acts: number, } | { "is": "other", act: number, } | { "is": "unknown" };
export type Help = { 
/**
 * Who helps.
 */
whom: string, 
/**
 * What came of it, as told to the requester.
 */
result: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Hours = { desk_from: string, desk_to: string, };
export type ImportSheet = { schedule: FeeScheduleId, 
/**
 * Version as it was shown.
 */
version: number, path: string, 
/**
 * Of the file as it was looked at.
 */
digest: string, 
/**
 * Which sheet, counted from 0.
 */
sheet: number, columns: Columns, 
/**
 * For rows without a category of their own.
 */
category: FeeCategory, 
/**
 * Put before each number of the list, such as `A-`, where another list in the draft has the same; may be empty.
 */
prefix: string, 
/**
 * What a person decided, by row.
 */
decisions: Array<Decision>, };
export type Imported = { items: number, left_out: number, };
export type Infeasible = { whom: string, reason: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type IsKeyKept = Record<symbol, never>;
export type Issue = { request: RequestId, 
/**
 * Version of the request as it was shown.
 */
version: number, department: DepartmentId, 
/**
 * The worker meant, if one is already chosen.
 */
worker: PersonId | null, 
/**
 * Appointment; empty takes the request's wished time. For another time the estimate is worked out anew.
 */
appointment: TimeInput | null, 
/**
 * Fee announced to the requester, in cents: what the request's quote comes to, and no other.
 */
fee: Money | null, 
/**
 * When it was written; empty means now.
 */
at: TimeInput | null, late: Late | null, 
/**
 * Number of the paper pad it was first written on (補錄).
 */
paper_no: string | null, };
export type Issued = { 
/**
 * Set where the estimate came to another amount for the appointment than was told: the caller is to hear it.
 */
anew: Anew | null, id: OrderId, no: string, version: number, state: OrderState, 
/**
 * The step that was late and has no reason yet, to ask for one (R37).
 */
ask_late: AskLate | null, };
export type ItemAt = { id: FeeItemId, version: number, };
export type ItemChange = { "change": "added", now: FeeItem, } | { "change": "dropped", before: FeeItem, } | { "change": "changed", before: FeeItem, now: FeeItem, fields: Array<ItemField>, };
export type ItemField = "code" | "category" | "group" | "name" | "also" | "unit" | "labour" | "minimum" | "cap" | "variants" | "material" | "warranty_days" | "remarks" | "noted";
export type Join = { 
/**
 * The request that carries the order.
 */
to: RequestId, note: string | null, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Json<T> = T;
export type Jump = "back" | "ahead";
export type KeepKey = Record<symbol, never>;
export type KeyOnPaper = { locale: Locale, };
export type Kind = "household" | "public" | "maintenance" | "service";
export type KindRules = { 
/**
 * First copy first (R10).
 */
copies: Array<CopyRule>, 
/**
 * Whether the supervisor signs before copy 1 returns (R13).
 */
countersign: boolean, };
export type Kinds = { household: KindRules, public: KindRules, maintenance: KindRules, service: KindRules, };
export type Late = { reason: LateReason, note: string | null, };
export type LateReason = "desk_busy" | "no_worker_free" | "other_emergency" | "requester_delayed" | "paper_late" | "computer_down" | "other";
export type Left = { record: Named, 
/**
 * From when on it waits.
 */
at: Moment, place: string, content: string, 
/**
 * Worker or department; empty where nobody has it yet.
 */
who: string, 
/**
 * How it stands, in words.
 */
stands: string, };
export type LeftSection = { 
/**
 * Message key of what was not done.
 */
title: string, lines: Array<Left>, };
export type LineInput = { 
/**
 * The item of the schedule in force; none for work that it does not name.
 */
item: FeeItemId | null, 
/**
 * What the work is, where no item names it (R19).
 */
name: string, work: Work, };
export type LineWords = { 
/**
 * How its amount came about.
 */
why: string, 
/**
 * Its amount as it is read out.
 */
says: string, 
/**
 * How the owner's own materials were found, one sentence each (R21).
 */
checks: Array<string>, };
export type ListActs = { filter: ActFilter, 
/**
 * `next` of the page before; empty for the first page.
 */
before: ActId | null, 
/**
 * At most 500.
 */
limit: number, };
export type ListDepartments = Record<symbol, never>;
export type ListDeputies = Record<symbol, never>;
export type ListOrders = { filter: RegisterFilter, 
/**
 * Last order of the page before; empty for the first page.
 */
before: OrderId | null, 
/**
 * At most 500.
 */
limit: number, };
export type ListParties = Record<symbol, never>;
export type ListPeople = Record<symbol, never>;
export type ListPlaces = { parent: PlaceId | null, };
export type ListRequests = { filter: RegisterFilter, 
/**
 * Last request of the page before; empty for the first page.
 */
before: RequestId | null, 
/**
 * At most 500.
 */
limit: number, };
export type ListSchedules = Record<symbol, never>;
export type ListUnpaid = { 
/**
 * Last order of the page before; empty for the first page.
 */
after: OrderId | null, };
export type Listed = { 
/**
 * Its kind, such as 9W; empty where there is only one.
 */
name: string, price: Money, 
/**
 * For what the price is, where it is another unit than the item's (15元/單相, 5元/米); else empty.
 */
unit: string, };
export type ListedOrder = { id: OrderId, no: string, issued_at: Moment, 
/**
 * Reported item.
 */
content: string, state: OrderState, place_text: string, department: string, worker: string | null, };
export type ListedRequest = { id: RequestId, received_at: Moment, place_text: string, content: string, 
/**
 * How it ended.
 */
ending: RequestEnding | null, };
export type Locale = "zh-Hant" | "zh-Hans" | "en";
export type Lock = Record<symbol, never>;
export type Material = { 
/**
 * The price of labour covers it (含材料費).
 */
included: boolean, 
/**
 * At these prices, for each unit; several where the list names several kinds (9W/16W 65/70元).
 */
listed: Array<Listed>, 
/**
 * At the price of the market (市價).
 */
market: boolean, 
/**
 * The owner may bring his own (業主自購).
 */
owner: boolean, };
export type MaterialCheck = { "result": "fit" } | { "result": "not_fit", 
/**
 * The consequence that the owner was warned of.
 */
warning: string, choice: OwnerChoice, };
export type Moment = string;
export type Money = number;
export type MoveCopy = { order: OrderId, 
/**
 * 第N聯.
 */
copy_no: number, 
/**
 * Version of the copy as it was shown; one that moved since refuses.
 */
copy_version: number, place: CopyPlace, 
/**
 * Name of the department, worker or customer, where that says more than the place.
 */
holder: string | null, at: TimeInput | null, 
/**
 * Required for a copy that gets lost or was.
 */
reason: string | null, };
export type Named = { 
/**
 * The record's table; the screen knows by it where the record is shown.
 */
table: string, id: number, 
/**
 * Its number, such as `PG20261123-004`, or its name.
 */
no: string, };
export type NewDepartment = { name: string, kind: DepartmentKind, phone: string | null, };
export type NewRequest = { kind: Kind, content: string, urgency: Urgency, danger: Danger, wished_at: TimeInput | null, remarks: string | null, 
/**
 * Another place than the call's own.
 */
place: PlaceId | null, 
/**
 * The items it takes, as their price was read out to the caller: kept as its estimate (R18).
 */
lines: Array<LineInput> | null, 
/**
 * What they came to as it was read out; another amount is refused.
 */
told: Amount | null, };
export type NotDefect = { whom: string, reason: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Note = { what: What, 
/**
 * Column as the spreadsheet calls it; empty where the reason is not in one cell.
 */
column: string, text: string, };
export type NoticeDanger = { danger: Danger, whom: string, 
/**
 * What was said of it.
 */
situation: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Notify = { 
/**
 * Who was told; empty means the department as a whole.
 */
whom: string | null, how: NotifyHow, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type NotifyHow = "phone" | "radio" | "in_person" | "message";
export type Numbers = { request_prefix: string, order_prefix: string, };
export type Occasion = { "occasion": "night" } | { "occasion": "holiday", name: string, } | { "occasion": "weekend" } | { "occasion": "urgent" };
export type Office = { name: string, phone: string, 
/**
 * IANA time zone; day, numbers and clocks go by it.
 */
zone: string, };
export type OnAccount = { 
/**
 * Who owes it; empty takes the caller's name.
 */
payer: string | null, reason: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the act.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type OpenTakings = { person: PersonId, name: string, sums: ByMethod, 
/**
 * By receipt number.
 */
receipts: Array<PaymentView>, };
export type Order = { id: OrderId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, no: string, 
/**
 * ISO day of entry in the office's time zone; numbers run per entry day.
 */
entry_day: string, seq: number, 
/**
 * Number of a paper pad the order was first written on, or empty.
 */
paper_no: string, request_id: RequestId, kind: Kind, 
/**
 * First order of the chain; `None` in the first itself.
 */
first_id: OrderId | null, 
/**
 * 第N次派工.
 */
chain_pos: number, state: OrderState, department_id: DepartmentId, worker_id: PersonId | null, urgent: boolean, 
/**
 * Reported item.
 */
content: string, appointment_at: Moment | null, issued_at: Moment, issued_by: PersonId, 
/**
 * Receipt of the report, or the call that sent a crew again; the written order's clock runs from here (R8).
 */
intake_at: Moment, 
/**
 * From when the five minutes to notify run: intake, the end of a rightful wait, or the last handing over to
 * another department or worker (R7).
 */
notify_from: Moment, entered_at: Moment, 
/**
 * The first notification; later ones stand in the time line.
 */
notified_at: Moment | null, notified_whom: string, notified_how: NotifyHow | null, 
/**
 * 接單簽收.
 */
accepted_at: Moment | null, 
/**
 * From when the arrival clock runs: 簽收, or when the order was taken up again (R9).
 */
arrival_from: Moment | null, arrived_at: Moment | null, 
/**
 * What was really found, when it differs from what was reported (R11).
 */
real_item: string, fee: Money | null, fee_agreed_at: Moment | null, finished_at: Moment | null, work_done: string, worker_remarks: string, confirmed_at: Moment | null, confirmation: Confirmation | null, evaluation: Evaluation | null, evaluation_remarks: string, countersigned_at: Moment | null, countersigned_by: PersonId | null, waiting_for: WaitingFor | null, waiting_until: Moment | null, 
/**
 * Number of the coordination order on paper that carries it (R14), or empty.
 */
coordination: string, returned_at: Moment | null, 
/**
 * The first call to the requester after the return, answered or not (R15).
 */
called_at: Moment | null, ended_at: Moment | null, ended_by: PersonId | null, end_reason: string, 
/**
 * The defect or coordination order an exemption refers to (R16), or empty.
 */
exempt_record: string, 
/**
 * What the work costs, as worked out last; its total is `fee` once it is certain.
 */
quote_id: QuoteId | null, 
/**
 * What is still to be paid of a finished work's fee; less than nothing where money is to be given back.
 */
owed: Money, 
/**
 * What is owed may be owed (掛賬).
 */
on_account: boolean, };
export type OrderCopy = { id: CopyId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, order_id: OrderId, 
/**
 * 第N聯, from 1.
 */
copy_no: number, 
/**
 * Who keeps it in the end.
 */
owner: CopyOwner, 
/**
 * The office's own name for it beside 第N聯; may be empty.
 */
label: string, place: CopyPlace, 
/**
 * Name of the department or worker who holds it, where that says more than the place.
 */
holder: string, 
/**
 * How often it was printed; 0 while it exists only here.
 */
printed: number, 
/**
 * A lost copy in whose place a replacement (補單) is printed; `printed` counts from then.
 */
replaced: boolean, };
export type OrderFact = { "fact": "at", step: StepId, at: TimeInput, } | { "fact": "sets_at", step: StepId, at: TimeInput | null, } | { "fact": "worker", worker: PersonId, } | { "fact": "late_reason", step: StepId, late: Late, };
export type OrderField = "content" | "real_item" | "work_done" | "worker_remarks" | "evaluation_remarks" | "paper_no";
export type OrderId = number;
export type OrderLine = { id: OrderId, no: string, chain_pos: number, state: OrderState, };
export type OrderPage = { rows: Array<ListedOrder>, 
/**
 * Whether older rows follow.
 */
more: boolean, };
export type OrderPrint = { id: PrintId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, order_id: OrderId, 
/**
 * When it was sent to the printer or saved.
 */
at: Moment, by_person: PersonId, profile: string, 
/**
 * Printer name, or empty for a file.
 */
printer: string, 
/**
 * Copy numbers.
 */
copies: Json<Array<number>>, reprint: boolean, 
/**
 * When the spooler took it.
 */
accepted_at: Moment | null, 
/**
 * When a person confirmed the paper.
 */
confirmed_at: Moment | null, 
/**
 * By which the print system knows it, or empty.
 */
job: string, 
/**
 * When the print system was done with it.
 */
finished_at: Moment | null, };
export type OrderState = "issued" | "accepted" | "on_site" | "waiting" | "finished" | "confirmed" | "signed" | "coordinated" | "returned" | "archived" | "redispatched" | "exempted" | "unreached" | "declined" | "voided" | "withdrawn";
export type OrderStep = "issue" | "notify" | "accept" | "arrive" | "amend" | "agree" | "finish" | "confirm" | "countersign" | "return" | "follow_up" | "reject" | "decline" | "transfer" | "reassign" | "pause" | "resume" | "coordinate" | "conclude" | "close_unreached" | "exempt" | "void" | "withdraw" | "hurry";
export type OrderView = { order: Order, request: Request, department: string, worker: string | null, worker_phone: string | null, countersigned_by: string | null, issued_by: string, steps: Array<StepView>, copies: Array<OrderCopy>, moves: Array<CopyMove>, signatures: Array<Signature>, follow_ups: Array<FollowUp>, prints: Array<OrderPrint>, 
/**
 * Of the order and of its steps (R36).
 */
corrections: Array<Correction>, clocks: Array<Clock>, 
/**
 * The chain this order belongs to (第N次派工), the first order first.
 */
chain: Array<OrderLine>, 
/**
 * Neighbours' reports that this order serves as well.
 */
joined: Array<Request>, 
/**
 * Whether the kind asks for the supervisor's signature (R13).
 */
countersign: boolean, 
/**
 * What is missing from a complete record (R38): field names.
 */
missing: Array<string>, 
/**
 * Steps open to this user now.
 */
allowed: Array<OrderStep>, 
/**
 * Whether paper can be booked in from here to the return.
 */
can_book_in: boolean, };
export type OtherAmount = { told: string, now: string, };
export type Outcome = "done" | "refused";
export type OwnerChoice = "use_anyway" | "office_supplies" | "gives_up";
export type Party = { id: PartyId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, name: string, trade: string, contact: string, phone: string, active: boolean, };
export type PartyId = number;
export type PastHandover = { handover: Handover, gave: string, took: string, };
export type Pause = { waiting_for: WaitingFor, 
/**
 * When to take it up again.
 */
until: TimeInput, 
/**
 * Required for `other`.
 */
note: string | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Pay = { 
/**
 * At most what is open of what was agreed, in cents.
 */
amount: Money, method: PayMethod, 
/**
 * Empty takes the caller's name.
 */
payer: string | null, 
/**
 * Number of a transfer or mobile payment; required for them.
 */
reference: string | null, 
/**
 * Who took the money; empty means the person who records it.
 */
taken_by: PersonId | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the act.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type PayMethod = "cash" | "transfer" | "mobile";
export type Payment = { id: PaymentId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, order_id: OrderId, kind: PaymentKind, 
/**
 * Only of payments and refunds.
 */
method: PayMethod | null, 
/**
 * Never negative; `kind` says which way it goes.
 */
amount: Money, at: Moment, entered_at: Moment, by_person: PersonId, 
/**
 * Who took the money or gave it back, and answers for it until it is handed over.
 */
taken_by: PersonId | null, payer: string, 
/**
 * Number of a transfer or mobile payment, or empty.
 */
reference: string, reason: string, receipt_year: number | null, 
/**
 * Without gaps within the year.
 */
receipt_seq: number | null, receipt_no: string | null, 
/**
 * How often its receipt was printed.
 */
printed: number, takings_id: TakingsId | null, 
/**
 * Of a refund: the payment that it gives back.
 */
gives_back: PaymentId | null, };
export type PaymentId = number;
export type PaymentKind = "payment" | "refund" | "waiver" | "on_account";
export type PaymentView = { payment: Payment, by: string, taken_by: string | null, 
/**
 * Of a refund: the receipt of the payment that it gives back.
 */
gives_back: string | null, };
export type PersonId = number;
export type PersonView = { id: PersonId, 
/**
 * Goes back with a change; a stale one is refused.
 */
version: number, name: string, 
/**
 * Pinyin initials to be found by.
 */
initials: string, phone: string, department_id: DepartmentId, department: string, roles: Array<Role>, login: string | null, has_password: boolean, has_pin: boolean, 
/**
 * Whether he can start a PIN at the desk with the one who asks looking on.
 */
can_start_pin: boolean, active: boolean, };
export type PhoneState = "given" | "refused" | "none";
export type Place = { id: PlaceId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, parent_id: PlaceId | null, kind: PlaceKind, 
/**
 * Own name, such as `3棟` or `1204`.
 */
name: string, 
/**
 * What people type for it, such as `3-1204`; folded, empty where there is none.
 */
code: string, 
/**
 * Whole name for forms, such as `錦繡園 3棟 1204`.
 */
label: string, active: boolean, };
export type PlaceId = number;
export type PlaceKind = "community" | "building" | "unit" | "household" | "public_area" | "facility";
export type PlaceNode = { place: Place, 
/**
 * Active households directly in it.
 */
households: number, children: Array<PlaceNode>, };
export type PlaceTree = Record<symbol, never>;
export type PlaceView = { place: Place, 
/**
 * What it stands in, the community first.
 */
above: Array<Place>, 
/**
 * Those who live there first.
 */
residents: Array<ResidentView>, };
export type PlanView = { folder: string | null, daily: boolean, 
/**
 * Whether the folder can be reached now.
 */
folder_there: boolean, 
/**
 * The newest backup that was made.
 */
last: BackupRun | null, 
/**
 * The newest that failed, if none was made since.
 */
failed_since: BackupRun | null, 
/**
 * This ledger's backups in the folder, the newest first.
 */
files: Array<BackupFile>, };
export type Price = { "form": "free" } | { "form": "each", price: Money, } | { "form": "range", from: Money, to: Money, } | { "form": "actual" } | { "form": "from", price: Money, } | { "form": "by_kind" } | { "form": "hourly", 
/**
 * For one hour.
 */
rate: Money, 
/**
 * Minutes of a step, such as 30; at least 1.
 */
step: number, 
/**
 * Least minutes charged; may be 0.
 */
least: number, } | { "form": "first_then", 
/**
 * How many units the first price covers, in thousandths.
 */
first: Quantity, price: Money, then: Money, };
export type PriceSaid = { labour: string, 
/**
 * Empty where the list says nothing of it.
 */
material: string, };
export type PrintEstimate = { request: RequestId, locale: Locale, 
/**
 * Printer's name; empty for a file.
 */
printer: string, };
export type PrintFace = "body" | "filled";
export type PrintFact = "accepted" | "finished" | "confirmed";
export type PrintId = number;
export type PrintItem = { "item": "text", 
/**
 * Left end of the base line; of turned text, its upper end.
 */
x: number, 
/**
 * Base line.
 */
y: number, 
/**
 * Points.
 */
size: number, face: PrintFace, 
/**
 * Length along the base line, mm.
 */
length: number, 
/**
 * Turned clockwise by a quarter, reading downwards.
 */
turned: boolean, ink: number, text: string, } | { "item": "line", x1: number, y1: number, x2: number, y2: number, 
/**
 * Thickness.
 */
width: number, dashed: boolean, ink: number, } | { "item": "frame", x: number, y: number, w: number, h: number, 
/**
 * Thickness.
 */
width: number, } | { "item": "fill", x: number, y: number, w: number, h: number, ink: number, } | { "item": "stroke", points: Array<[number, number]>, width: number, } | { "item": "code", x: number, y: number, 
/**
 * Side of the square.
 */
side: number, modules: number, runs: Array<[number, number, number]>, };
export type PrintOrder = { order: OrderId, locale: Locale, profile: FormProfile, 
/**
 * Copies to print; empty prints all.
 */
copies: Array<number>, 
/**
 * Printer's name; empty for a file.
 */
printer: string, };
export type PrintPage = { 
/**
 * mm
 */
width: number, 
/**
 * mm
 */
height: number, items: Array<PrintItem>, };
export type PrintPages = { pages: Array<PrintPage>, 
/**
 * Characters that no font has; 〓 stands in their place.
 */
missing: Array<string>, };
export type PrintReceipt = { payment: PaymentId, locale: Locale, 
/**
 * Printer's name; empty for a file.
 */
printer: string, };
export type PrintRegister = { register: RegisterName, filter: RegisterFilter, locale: Locale, 
/**
 * Printer's name.
 */
printer: string, };
export type PrintSchedule = { schedule: FeeScheduleId, locale: Locale, 
/**
 * Printer's name; empty for a file.
 */
printer: string, };
export type PrintTakings = { which: WhichTakings, locale: Locale, 
/**
 * Printer's name; empty for a file.
 */
printer: string, };
export type PrintedOrder = { document: Document, print: PrintId, 
/**
 * Characters that no font has; 〓 stands in their place.
 */
missing: Array<string>, };
export type Progress = { stage: WorkStage, done: number, total: number, };
export type PublishSchedule = { schedule: FeeScheduleId, 
/**
 * Version as it was shown.
 */
version: number, 
/**
 * Changes of its items as they were shown: what was approved is what is published.
 */
edits: number, 
/**
 * Who approved it, such as the owners' committee.
 */
approved_by: string, 
/**
 * The approval's own mark: meeting, date, number.
 */
approval: string, 
/**
 * ISO day from which it holds. The first version may begin on any day; a later one begins after the newest
 * published one and not before today.
 */
valid_from: string, };
export type Purpose = "accept" | "agree" | "finish" | "confirm" | "countersign" | "exempt";
export type PutItem = { 
/**
 * The item that is changed; none for a new one, which stands at the end of the list.
 */
at: ItemAt | null, item: FeeItem, };
export type Quantity = number;
export type Queue = { state: OrderState, 
/**
 * Only those whose clock ran out, the longest overdue first.
 */
late: boolean, 
/**
 * Last order of the page before.
 */
after: OrderId | null, 
/**
 * At most 500.
 */
limit: number, };
export type QueuePage = { rows: Array<QueueRow>, 
/**
 * Whether further rows follow.
 */
more: boolean, };
export type QueueRow = { clock: Clock | null, id: OrderId, no: string, issued_at: Moment, 
/**
 * Reported item.
 */
content: string, state: OrderState, place_text: string, department: string, worker: string | null, };
export type QuoteId = number;
export type QuoteLine = { 
/**
 * Surcharges included.
 */
labour: Amount, material: Money, 
/**
 * Labour and material.
 */
total: Amount, 
/**
 * In the order in which the amount came about; what they add makes up the total, at each of its ends.
 */
reasons: Array<Reason>, verdict: Verdict, };
export type QuotePurpose = "estimate" | "plan" | "reported" | "actual";
export type QuoteRow = { id: QuoteId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, request_id: RequestId, order_id: OrderId | null, purpose: QuotePurpose, 
/**
 * The version it was priced by; none where the office had none.
 */
schedule_id: FeeScheduleId | null, 
/**
 * The time whose prices and surcharges hold.
 */
at: Moment, entered_at: Moment, by_person: PersonId, urgent: boolean, lines: Json<Array<QuotedLine>>, 
/**
 * What the order bears as a whole.
 */
order_adds: Json<Array<Reason>>, total_from: Money, 
/**
 * None while nobody knows.
 */
total_to: Money | null, verdict: Json<Verdict>, 
/**
 * Who of engineering judged what the schedule does not settle (R19), or empty.
 */
judged_by: string, 
/**
 * How long the work takes, in words of the review, or empty.
 */
hours: string, };
export type QuoteView = { quote: QuoteRow, 
/**
 * Who entered it.
 */
by: string, 
/**
 * Line by line, in the order of the quote.
 */
lines: Array<LineWords>, 
/**
 * The item of each line as the schedule has it, so that the lines can be taken up anew; none outside the schedule.
 */
items: Array<FeeItem | null>, 
/**
 * Why the order bears more as a whole; empty where it does not.
 */
order: string, 
/**
 * The total as it is read out.
 */
says: string, };
export type QuotedLine = { item: FeeItemId | null, code: string, 
/**
 * The item's heading in the list.
 */
group: string, name: string, 
/**
 * What the list says besides and the price does not hold; empty where that is nothing.
 */
remark: string, unit: string, category: FeeCategory, work: Work, warranty: Warranty | null, priced: QuoteLine, };
export type ReadSheet = { path: string, 
/**
 * Which sheet, counted from 0.
 */
sheet: number, 
/**
 * Which column holds what; none to have it proposed from the headings.
 */
columns: Columns | null, 
/**
 * For rows without a category of their own.
 */
category: FeeCategory, };
export type Reason = { why: Why, adds: Amount, };
export type Reassign = { worker: PersonId, reason: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type ReceiveTakings = { 
/**
 * Who took the money.
 */
person: PersonId, 
/**
 * Receipts as they were shown; others that came meanwhile make this one stale.
 */
receipts: Array<PaymentId>, 
/**
 * Cash that was counted, in cents.
 */
counted: Money, 
/**
 * Why the counted cash is not what the receipts come to; required then.
 */
note: string | null, };
export type RecordCall = { channel: Channel, 
/**
 * When it was received; empty means now.
 */
received_at: TimeInput | null, source: Source, 
/**
 * Household, public area or facility; required for a household.
 */
place: PlaceId | null, 
/**
 * The place in words, where it is not in the tree.
 */
place_text: string | null, resident: ResidentId | null, 
/**
 * The reporting department, when a department reports.
 */
reporting_department: DepartmentId | null, 
/**
 * Empty takes the resident's name.
 */
caller: string | null, relation: string | null, phone: string | null, 
/**
 * The caller gave no number on purpose.
 */
phone_refused: boolean, requests: Array<NewRequest>, };
export type Recorded = { requests: Array<RequestStepped>, };
export type RecoveryKey = Record<symbol, never>;
export type RecoveryKeyView = { key: string, 
/**
 * First digits of the ledger's name, as in the names of its backups.
 */
ledger: string, };
export type Refund = { 
/**
 * Which payment it gives back.
 */
payment: PaymentId, 
/**
 * At most what of that payment was not given back yet, in cents.
 */
amount: Money, method: PayMethod, 
/**
 * Who got it; empty takes the caller's name.
 */
payer: string | null, 
/**
 * Number of a transfer or mobile payment; required for them.
 */
reference: string | null, reason: string, 
/**
 * Who gave it out of his takings; empty means the person who records it.
 */
taken_by: PersonId | null, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the act.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type RefuseQuote = { whom: string, reason: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type RegisterFilter = { 
/**
 * Words, a number, a name: found as typed, Traditional and Simplified alike.
 */
text: string, from: Moment | null, to: Moment | null, kind: Kind | null, order_state: OrderState | null, request_state: RequestState | null, };
export type RegisterName = "orders" | "requests";
export type Reject = { supervisor: PersonId, reason: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Relation = "owner" | "tenant" | "family" | "other";
export type ReplaceCopy = { order: OrderId, copy_no: number, 
/**
 * Version of the copy as it was shown; one that moved since refuses.
 */
copy_version: number, reason: string, };
export type Reply = { supervisor: PersonId, reply: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Report = { schema: number, 
/**
 * Acts in the chain.
 */
acts: number, 
/**
 * Hash of the newest act, as printed on reports and backups.
 */
head: string, 
/**
 * The first acts out of the order of time, and gaps of more than a week.
 */
jumps: Array<TimeJump>, jump_count: number, 
/**
 * Where the head stands that was looked for.
 */
sought: HeadIs | null, 
/**
 * Business rows held against the acts; 0 where the check did not go so far.
 */
rows: number, 
/**
 * The first faults.
 */
faults: Array<Fault>, fault_count: number, };
export type ReportPrint = { print: PrintId, fact: PrintFact, 
/**
 * Number of the job, where the spooler gave one.
 */
job: string | null, };
export type Request = { id: RequestId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, no: string, 
/**
 * ISO day of entry in the office's time zone; numbers run per entry day.
 */
entry_day: string, seq: number, call_id: CallId, kind: Kind, source: Source, place_id: PlaceId | null, 
/**
 * The place in words, as it was when recorded.
 */
place_text: string, resident_id: ResidentId | null, caller: string, relation: string, phone: string, phone_state: PhoneState, channel: Channel, content: string, urgency: Urgency, danger: Danger, wished_at: Moment | null, received_at: Moment, entered_at: Moment, 
/**
 * 補錄: entered later than received.
 */
late_entry: boolean, duty: Duty, taken_by: PersonId, department_id: DepartmentId | null, remarks: string, state: RequestState, ending: RequestEnding | null, ended_at: Moment | null, ended_by: PersonId | null, 
/**
 * What a review found feasible (R19).
 */
plan: string, quote: Money | null, consent_at: Moment | null, told_whom: string, told_at: Moment | null, told_by: PersonId | null, joined_to: RequestId | null, 
/**
 * What it costs, as worked out last before a crew goes.
 */
quote_id: QuoteId | null, 
/**
 * The quote of a review that the owner accepted (R19).
 */
consent_quote: QuoteId | null, };
export type RequestEnding = "answered" | "done" | "exempt" | "declined" | "quote_refused" | "infeasible" | "helped_elsewhere" | "coordinated" | "defect" | "joined" | "withdrawn" | "unreached";
export type RequestEntry = { id: RequestEntryId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, request_id: RequestId, step: RequestStep, at: Moment, entered_at: Moment, by_person: PersonId, whom: string, content: string, };
export type RequestEntryId = number;
export type RequestEntryView = { entry: RequestEntry, by: string, };
export type RequestFact = { "fact": "kind", kind: Kind, } | { "fact": "place", place: PlaceId | null, place_text: string | null, } | { "fact": "channel", channel: Channel, } | { "fact": "received_at", at: TimeInput, } | { "fact": "taken_by", person: PersonId, } | { "fact": "wished_at", at: TimeInput | null, } | { "fact": "at", entry: RequestEntryId, at: TimeInput, };
export type RequestField = "caller" | "phone" | "relation" | "content" | "remarks";
export type RequestId = number;
export type RequestPage = { rows: Array<Request>, 
/**
 * Whether older rows follow.
 */
more: boolean, };
export type RequestState = "recorded" | "waiting_crew" | "in_review" | "confirming" | "ordered" | "ended";
export type RequestStep = "answer" | "ask" | "reply" | "contact" | "help" | "wait_crew" | "arrange" | "review" | "feasible" | "infeasible" | "consent" | "refuse_quote" | "ask_defect" | "defect" | "not_defect" | "danger" | "order" | "reopen" | "coordinate" | "join" | "withdraw" | "unreached" | "tell";
export type RequestStepped = { id: RequestId, no: string, version: number, state: RequestState, ending: RequestEnding | null, };
export type RequestView = { request: Request, taken_by: string, entries: Array<RequestEntryView>, orders: Array<OrderLine>, 
/**
 * Other requests of the same call.
 */
same_call: Array<RequestStepped>, 
/**
 * Neighbours' reports joined to this one.
 */
joined: Array<RequestStepped>, 
/**
 * Of the request and of its time line (R36).
 */
corrections: Array<Correction>, 
/**
 * Steps open to this user now.
 */
allowed: Array<RequestStep>, 
/**
 * Whether this user can tell anew what it costs.
 */
can_estimate: boolean, 
/**
 * What is missing from a complete record (R38): field names.
 */
missing: Array<string>, };
export type RequestsAtPlace = { place: PlaceId, };
export type ResidentId = number;
export type ResidentView = { id: ResidentId, 
/**
 * Goes back with a change; a stale one is refused.
 */
version: number, place_id: PlaceId, name: string, relation: Relation, phones: Array<string>, note: string, active: boolean, 
/**
 * Whether name and phones are masked and the note is left out.
 */
masked: boolean, };
export type Restore = { 
/**
 * Path of the backup.
 */
file: string, };
export type Restored = { run: BackupRun, 
/**
 * Where the replaced ledger is kept, if there was one.
 */
kept: string | null, 
/**
 * What the check of the backup found.
 */
report: Report, };
export type Resume = { order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Return = { order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Returnable = { payment: PaymentId, receipt_no: string, 
/**
 * The most of it.
 */
amount: Money, };
export type Review = { 
/**
 * Who is asked.
 */
whom: string, question: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type ReviewWhy = "actual_case" | "material_off_list" | "outside";
export type Role = "clerk" | "desk_supervisor" | "monitor" | "worker" | "foreman" | "department_head" | "water_power_engineer" | "cashier" | "manager" | "administrator";
export type Row = { 
/**
 * As the spreadsheet counts.
 */
number: number, 
/**
 * What stands in the row, by what its columns hold.
 */
texts: Array<[Field, string]>, outcome: RowOutcome, };
export type RowOutcome = { "outcome": "understood", understood: FeeItem, notes: Array<Note>, } | { "outcome": "left", left: Array<Doubt>, 
/**
 * The item by what is clear of it, with the rest as remarks to be told; none where the price is not clear.
 */
kept: FeeItem | null, } | { "outcome": "group", name: string, };
export type SaidLine = { line: QuotedLine, words: LineWords, };
export type SayPrices = { items: Array<FeeItem>, locale: Locale, };
export type ScheduleState = "draft" | "published" | "dropped";
export type ScheduleView = { schedule: FeeSchedule, 
/**
 * ISO day, the last on which it holds; none while no later one is published.
 */
until: string | null, 
/**
 * Whether it holds today.
 */
in_force: boolean, items: number, 
/**
 * Counts the changes of its items: who publishes says which state was seen.
 */
edits: number, };
export type SetPassword = { person: PersonId, old: string | null, new: string, };
export type SetPin = { person: PersonId, 
/**
 * The person's password; not needed by an administrator who clears another's PIN.
 */
password: string | null, 
/**
 * Four to eight digits; empty clears.
 */
pin: string | null, };
export type SetUp = { office: string, 
/**
 * IANA name such as `Asia/Taipei`.
 */
zone: string, departments: Array<NewDepartment>, administrator: Administrator, };
export type Settings = { office: Office, hours: Hours, numbers: Numbers, clocks: ClockRules, kinds: Kinds, follow_up: FollowUpRules, 
/**
 * Minutes without a call after which a session locks; 0 never locks.
 */
idle_lock_minutes: number, };
export type SettingsId = number;
export type SettingsRow = { id: SettingsId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, body: Json<Settings>, valid_from: Moment, approved_by: string, reason: string, entered_by: PersonId | null, entered_at: Moment, };
export type SettingsView = { current: Settings, history: Array<SettingsRow>, };
export type Settled = { order: Stepped, payment: PaymentId, 
/**
 * Of payments and refunds.
 */
receipt_no: string | null, owed: Money, };
export type SettlementView = { balance: Balance, owed: Money, 
/**
 * The most that can be taken now.
 */
payable: Money, 
/**
 * The most that can be given back.
 */
refundable: Money, on_account: boolean, 
/**
 * What this user can do about it now.
 */
allowed: Array<PaymentKind>, 
/**
 * The oldest first.
 */
rows: Array<PaymentView>, 
/**
 * What can be given back, payment by payment.
 */
returnable: Array<Returnable>, };
export type SheetRead = { 
/**
 * Names of the sheets in their order.
 */
sheets: Array<string>, 
/**
 * Digest of the file, by which the import knows it again.
 */
digest: string, 
/**
 * As given or proposed; none where no headings were found and a person assigns them.
 */
columns: Columns | null, 
/**
 * Columns counted from 0 that a person must decide on before anything comes in.
 */
open: Array<number>, 
/**
 * The first rows as they stand, some below the headings among them.
 */
top: Array<TopRow>, 
/**
 * Every row and what came of it; none without a column for the name and one for the price.
 */
rows: Array<Row>, };
export type ShowAct = { id: ActId, };
export type ShowDayEnd = { 
/**
 * ISO day; empty means today.
 */
day: string | null, 
/**
 * Language of what stands in words.
 */
locale: Locale, };
export type ShowForm = { order: OrderId, locale: Locale, profile: FormProfile, 
/**
 * Copies to show; empty shows all.
 */
copies: Array<number>, };
export type ShowHandover = Record<symbol, never>;
export type ShowOrder = { order: OrderId | null, no: string | null, };
export type ShowPlace = { place: PlaceId, };
export type ShowPlan = Record<symbol, never>;
export type ShowProgress = Record<symbol, never>;
export type ShowQuotes = { request: RequestId, 
/**
 * Language of the words.
 */
locale: Locale, };
export type ShowRequest = { request: RequestId, };
export type ShowSchedule = { 
/**
 * The one in force where none is named.
 */
schedule: FeeScheduleId | null, };
export type ShowSettings = Record<symbol, never>;
export type ShowSettlement = { order: OrderId, };
export type ShowTakings = Record<symbol, never>;
export type ShownSchedule = { 
/**
 * The version, its surcharges and its calendar.
 */
version: ScheduleView, 
/**
 * In the order of the list.
 */
items: Array<FeeItemRow>, };
export type SignIn = { login: string, password: string, };
export type SignInName = { id: PersonId, name: string, login: string, };
export type SignOut = Record<symbol, never>;
export type Signature = { id: SignatureId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, order_id: OrderId, purpose: Purpose, how: SignedHow, name: string, person_id: PersonId | null, 
/**
 * Who saw the signature on paper; never the order's own worker.
 */
seen_by: PersonId | null, strokes: Json<Array<Array<[number, number]>>> | null, at: Moment, digest: string, };
export type SignatureId = number;
export type SignatureInput = { how: SignedHow, 
/**
 * Who signed, in words; for a person of the office the name comes from the ledger.
 */
name: string | null, person: PersonId | null, pin: string | null, strokes: Array<Array<[number, number]>> | null, };
export type SignedHow = "drawn" | "pin" | "paper";
export type SignedIn = { 
/**
 * Goes with every later call.
 */
token: string, who: Who, };
export type Source = "household" | "department" | "area" | "outsider";
export type Stage = { state: OrderState, count: number, late: number, };
export type Stages = Record<symbol, never>;
export type StartPin = { person: PersonId, 
/**
 * Four to eight digits, typed by the person.
 */
pin: string, };
export type Status = Record<symbol, never>;
export type Step = { id: StepId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, order_id: OrderId, step: OrderStep, at: Moment, entered_at: Moment, by_person: PersonId, 
/**
 * How the department was told, where the step is a notification (R7).
 */
how: NotifyHow | null, note: string, 
/**
 * Seconds past the clock the step stops.
 */
late_by: number | null, late_reason: LateReason | null, late_note: string, 
/**
 * The time that it set for later: the appointment of an issue, the next date of a pause.
 */
sets_at: Moment | null, };
export type StepId = number;
export type StepView = { step: Step, by: string, 
/**
 * Signed for by a department that nobody had notified (未通知即接單, R7).
 */
unnotified: boolean, };
export type Stepped = { id: OrderId, no: string, version: number, state: OrderState, 
/**
 * The step that was late and has no reason yet, to ask for one (R37).
 */
ask_late: AskLate | null, };
export type Stop = Record<symbol, never>;
export type Supply = { "supply": "included" } | { "supply": "listed", price: Money, } | { "supply": "market", price: Money, } | { "supply": "owner" };
export type Surcharge = { when: When, extra: Extra, 
/**
 * Which items bear it; an item of another category does not.
 */
categories: Array<FeeCategory>, };
export type Takings = { id: TakingsId, 
/**
 * Counts the changes of this row; a stale one is refused.
 */
version: number, 
/**
 * Who had taken the money.
 */
person_id: PersonId, received_by: PersonId, at: Moment, 
/**
 * What the receipts come to.
 */
expected: Json<ByMethod>, 
/**
 * Cash that was counted.
 */
counted: Money, 
/**
 * Why counted and expected cash differ, or empty.
 */
note: string, };
export type TakingsId = number;
export type TakingsView = { open: Array<OpenTakings>, 
/**
 * The newest first.
 */
handed_over: Array<HandedOver>, };
export type Tell = { whom: string, note: string | null, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type TimeInput = string;
export type TimeJump = { act: number, jump: Jump, 
/**
 * When the act before it was done, and when this one.
 */
last: Moment, at: Moment, verb: string, 
/**
 * Whether the door refused the act, so that only the try stands in the trail.
 */
refused: boolean, 
/**
 * The reason that a supervisor gave for going on.
 */
reason: string | null, };
export type TopRow = { 
/**
 * As the spreadsheet counts.
 */
number: number, cells: Array<string>, };
export type Transfer = { department: DepartmentId, reason: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type UnexplainedStep = { step: Step, order_no: string, };
export type Unlock = { token: string, secret: string, };
export type UnpaidPage = { rows: Array<UnpaidRow>, 
/**
 * Whether later rows follow.
 */
more: boolean, 
/**
 * All that is owed.
 */
owed: Money, 
/**
 * Of that, what is on account.
 */
on_account: Money, 
/**
 * All that is to be given back.
 */
to_refund: Money, };
export type UnpaidRow = { id: OrderId, no: string, place_text: string, state: OrderState, finished_at: Moment | null, fee: Money | null, 
/**
 * Less than nothing where money is to be given back.
 */
owed: Money, on_account: boolean, };
export type Unreached = { 
/**
 * When it was tried.
 */
tries: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Urgency = "normal" | "soon" | "urgent";
export type Used = { name: string, 
/**
 * Its kind or size, such as 9W; may be empty. Where the list prices several kinds, the kind's name.
 */
spec: string, quantity: Quantity, supply: Supply, 
/**
 * How the owner's own was found on site; none before anyone has seen it, and none for other material (R21).
 */
check: MaterialCheck | null, };
export type Variant = { 
/**
 * As the list says it: 高度超過3米, 分體式, 無預留孔.
 */
name: string, change: Change, };
export type VerbCount = { verb: string, times: number, };
export type Verdict = { "verdict": "in_schedule" } | { "verdict": "open" } | { "verdict": "review", why: ReviewWhy, };
export type Void = { reason: string, 
/**
 * Copies that were brought back with this.
 */
copies_back: Array<number>, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type WaitCrew = { explanation: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type WaitingFor = "no_access" | "parts" | "other";
export type Waive = { 
/**
 * At most what is owed, in cents.
 */
amount: Money, reason: string, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the act.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type Warranty = { "warranty": "redone" } | { "warranty": "within", 
/**
 * Its last day.
 */
until: string, };
export type What = "code" | "code_made" | "code_merged" | "code_by_group" | "code_repeats" | "category" | "group" | "group_heading" | "group_continued" | "name" | "name_spec" | "name_condition" | "unit" | "unit_from_price" | "unit_from_heading" | "unit_unsaid" | "labour" | "zero" | "hourly" | "minimum" | "cap" | "variant" | "by_kind" | "rest" | "from" | "further" | "add_once" | "material" | "material_included" | "material_extra" | "material_unsaid" | "kinds" | "warranty" | "footnote" | "currency" | "total" | "merged" | "remarks" | "told";
export type When = { "when": "night", from: string, to: string, } | { "when": "holiday" } | { "when": "urgent" };
export type WhichTakings = { "of": "open", person: PersonId, } | { "of": "received", takings: TakingsId, };
export type Who = { id: PersonId, name: string, department_id: DepartmentId, roles: Array<Role>, 
/**
 * Those for whom this person is the named deputy today (R13).
 */
stands_in_for: Array<PersonId>, 
/**
 * Rights that follow from the roles, for the screen to show what can be done; the door still checks.
 */
rights: Array<Action>, };
export type WhoAmI = Record<symbol, never>;
export type Why = { "why": "warranty", warranty: Warranty, } | { "why": "instead", variant: string, } | { "why": "free" } | { "why": "each", quantity: Quantity, unit: string, price: Money, } | { "why": "range", quantity: Quantity, unit: string, from: Money, to: Money, } | { "why": "agreed", quantity: Quantity, unit: string, from: Money, to: Money, price: Money, } | { "why": "actual", agreed: Money | null, } | { "why": "from", quantity: Quantity, unit: string, price: Money, agreed: Money | null, } | { "why": "by_kind", quantity: Quantity, unit: string, each: Amount, } | { "why": "outside", agreed: Money | null, } | { "why": "hourly", minutes: number, 
/**
 * After begun steps and the least time.
 */
charged: number, rate: Money, } | { "why": "first", first: Quantity, unit: string, price: Money, } | { "why": "beyond", quantity: Quantity, unit: string, price: Money, } | { "why": "add", variant: string, amount: Money, quantity: Quantity | null, } | { "why": "minimum", amount: Money, } | { "why": "cap", amount: Money, } | { "why": "surcharge", occasion: Occasion, extra: Extra, } | { "why": "material", name: string, spec: string, quantity: Quantity, supply: Supply, };
export type Withdraw = { whom: string, reason: string, request: RequestId, 
/**
 * Version of the request as it was shown; a changed request refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, };
export type WithdrawOrder = { 
/**
 * Who withdrew it.
 */
whom: string, reason: string, 
/**
 * Copies that were brought back with this.
 */
copies_back: Array<number>, order: OrderId, 
/**
 * Version of the order as it was shown; a changed order refuses the step.
 */
version: number, 
/**
 * When it happened; empty means now.
 */
at: TimeInput | null, 
/**
 * Why it was late, if it was; may be given later (R37).
 */
late: Late | null, };
export type Work = { 
/**
 * More than 0, at most [`Work::QUANTITY_MAX`]. The price of an hourly item goes by its minutes alone, that of
 * one agreed for the whole line by what was agreed.
 */
quantity: Quantity, 
/**
 * Minutes of work on the whole line, for hourly items; others may leave them out.
 */
minutes: number | null, 
/**
 * Names of the item's variants that apply, in any order; that of further pieces once for each of them.
 */
variants: Array<string>, 
/**
 * What was agreed with the owner: for a range the price of one unit; by the actual case (a least price
 * included, below which nothing is agreed) and outside the schedule the labour of the whole line. Variants and
 * surcharges come on top.
 */
agreed: Money | null, materials: Array<Used>, };
export type WorkOut = { place: PlaceId | null, urgent: boolean, 
/**
 * When the work is wished, or was found on site; empty means now. Surcharges go by it.
 */
at: TimeInput | null, 
/**
 * The order on whose site the lines are found; place and urgency are its own then.
 */
order: OrderId | null, lines: Array<LineInput>, 
/**
 * Language of the words.
 */
locale: Locale, };
export type WorkStage = "copy" | "pages" | "structure" | "references" | "chain" | "rows" | "swap";
export type Workbench = Record<symbol, never>;
export type WorkbenchView = { stages: Array<Stage>, 
/**
 * Requests with no order yet, the oldest first.
 */
recorded: Array<ListedRequest>, 
/**
 * Requests waiting for a crew (待約), in review or awaiting a confirmation.
 */
waiting: Array<ListedRequest>, 
/**
 * Ended requests whose requester was not told yet (R42).
 */
to_tell: Array<ListedRequest>, 
/**
 * The night's requests that the day desk has not taken over yet, from its opening on (R1).
 */
night: Array<ListedRequest>, 
/**
 * Late orders, the longest overdue first.
 */
late: Array<QueueRow>, 
/**
 * Orders whose clock runs out within the next half hour.
 */
soon: Array<QueueRow>, 
/**
 * Late steps without a reason, the oldest first (R37).
 */
unexplained: Array<UnexplainedStep>, 
/**
 * A list that is longer than this was cut off.
 */
rows_max: number, };
export type WorkedOut = { 
/**
 * The version in force; none where the office has none.
 */
schedule: FeeScheduleId | null, lines: Array<SaidLine>, 
/**
 * Why the order bears more as a whole, in words; empty where it does not.
 */
order: string, total: Amount, 
/**
 * The total as it is read out.
 */
says: string, verdict: Verdict, };

/** Every verb with its input and output. */
export interface Verbs {
  "desk.status": { in: Status; out: DeskStatus };
  "office.set_up": { in: SetUp; out: PersonId };
  "settings.show": { in: ShowSettings; out: SettingsView };
  "settings.change": { in: ChangeSettings; out: SettingsRow };
  "desk.handover": { in: ShowHandover; out: HandoverView };
  "desk.hand_over": { in: HandOver; out: Handover };
  "desk.day_end": { in: ShowDayEnd; out: DayEnd };
  "desk.export_day_end": { in: ExportDayEnd; out: Exported };
  "backup.plan": { in: ShowPlan; out: PlanView };
  "backup.choose_plan": { in: ChoosePlan; out: BackupPlan };
  "backup.now": { in: BackUpNow; out: BackedUp };
  "backup.check_ledger": { in: CheckLedger; out: Report };
  "backup.check_backup": { in: CheckBackup; out: Report };
  "backup.restore": { in: Restore; out: Restored };
  "backup.recovery_key": { in: RecoveryKey; out: RecoveryKeyView };
  "backup.key_sheet": { in: KeyOnPaper; out: Document };
  "backup.keep_key": { in: KeepKey; out: null };
  "backup.key_kept": { in: IsKeyKept; out: boolean };
  "backup.progress": { in: ShowProgress; out: Progress | null };
  "backup.stop": { in: Stop; out: null };
  "records.find": { in: FindRecord; out: Named };
  "audit.list": { in: ListActs; out: ActPage };
  "audit.show": { in: ShowAct; out: ActView };
  "people.sign_in": { in: SignIn; out: SignedIn };
  "people.sign_out": { in: SignOut; out: null };
  "people.lock": { in: Lock; out: null };
  "people.unlock": { in: Unlock; out: Who };
  "people.who_am_i": { in: WhoAmI; out: Who };
  "clock.confirm": { in: ConfirmClock; out: null };
  "clock.allow_day": { in: AllowDay; out: null };
  "people.list": { in: ListPeople; out: Array<PersonView> };
  "people.add": { in: AddPerson; out: PersonView };
  "people.change": { in: ChangePerson; out: PersonView };
  "people.set_password": { in: SetPassword; out: PersonView };
  "people.set_pin": { in: SetPin; out: PersonView };
  "people.start_pin": { in: StartPin; out: PersonView };
  "people.deputies": { in: ListDeputies; out: Array<DeputyView> };
  "people.add_deputy": { in: AddDeputy; out: DeputyId };
  "people.end_deputy": { in: EndDeputy; out: DeputyId };
  "departments.list": { in: ListDepartments; out: Array<Department> };
  "departments.add": { in: AddDepartment; out: Department };
  "departments.change": { in: ChangeDepartment; out: Department };
  "places.find": { in: FindPlaces; out: Array<Found> };
  "places.tree": { in: PlaceTree; out: Array<PlaceNode> };
  "places.list": { in: ListPlaces; out: Array<Place> };
  "places.show": { in: ShowPlace; out: PlaceView };
  "places.add": { in: AddPlace; out: Place };
  "places.change": { in: ChangePlace; out: Place };
  "residents.add": { in: AddResident; out: ResidentView };
  "residents.change": { in: ChangeResident; out: ResidentView };
  "parties.list": { in: ListParties; out: Array<Party> };
  "parties.add": { in: AddParty; out: Party };
  "parties.change": { in: ChangeParty; out: Party };
  "requests.record": { in: RecordCall; out: Recorded };
  "requests.answer": { in: Answer; out: RequestStepped };
  "requests.ask": { in: Ask; out: RequestStepped };
  "requests.reply": { in: Reply; out: RequestStepped };
  "requests.contact": { in: ContactFor; out: RequestStepped };
  "requests.help": { in: Help; out: RequestStepped };
  "requests.wait_crew": { in: WaitCrew; out: RequestStepped };
  "requests.arrange": { in: Arrange; out: RequestStepped };
  "requests.review": { in: Review; out: RequestStepped };
  "requests.feasible": { in: Feasible; out: RequestStepped };
  "requests.infeasible": { in: Infeasible; out: RequestStepped };
  "requests.consent": { in: Consent; out: RequestStepped };
  "requests.refuse_quote": { in: RefuseQuote; out: RequestStepped };
  "requests.danger": { in: NoticeDanger; out: RequestStepped };
  "requests.ask_defect": { in: AskDefect; out: RequestStepped };
  "requests.defect": { in: Defect; out: RequestStepped };
  "requests.not_defect": { in: NotDefect; out: RequestStepped };
  "requests.coordinate": { in: CoordinateRequest; out: RequestStepped };
  "requests.join": { in: Join; out: RequestStepped };
  "requests.withdraw": { in: Withdraw; out: RequestStepped };
  "requests.unreached": { in: Unreached; out: RequestStepped };
  "requests.tell": { in: Tell; out: RequestStepped };
  "requests.correct": { in: CorrectRequest; out: RequestStepped };
  "requests.correct_fact": { in: CorrectRequestFact; out: CorrectedRequest };
  "requests.show": { in: ShowRequest; out: RequestView };
  "requests.list": { in: ListRequests; out: RequestPage };
  "requests.at_place": { in: RequestsAtPlace; out: Array<Request> };
  "quotes.work_out": { in: WorkOut; out: WorkedOut };
  "quotes.at_another_time": { in: AtAnotherTime; out: OtherAmount | null };
  "quotes.show": { in: ShowQuotes; out: Array<QuoteView> };
  "quotes.estimate": { in: Estimate; out: RequestStepped };
  "quotes.print_estimate": { in: PrintEstimate; out: Exported };
  "orders.issue": { in: Issue; out: Issued };
  "orders.notify": { in: Notify; out: Stepped };
  "orders.accept": { in: Accept; out: Stepped };
  "orders.arrive": { in: Arrive; out: Stepped };
  "orders.amend": { in: Amend; out: Stepped };
  "orders.agree": { in: Agree; out: Stepped };
  "orders.finish": { in: Finish; out: Stepped };
  "orders.confirm": { in: Confirm; out: Stepped };
  "orders.countersign": { in: Countersign; out: Stepped };
  "orders.reject": { in: Reject; out: Stepped };
  "orders.return": { in: Return; out: Stepped };
  "orders.follow_up": { in: CallBack; out: FollowedUp };
  "orders.close_unreached": { in: CloseUnreached; out: Stepped };
  "orders.exempt": { in: Exempt; out: Stepped };
  "orders.decline": { in: Decline; out: Stepped };
  "orders.transfer": { in: Transfer; out: Stepped };
  "orders.reassign": { in: Reassign; out: Stepped };
  "orders.pause": { in: Pause; out: Stepped };
  "orders.resume": { in: Resume; out: Stepped };
  "orders.coordinate": { in: Coordinate; out: Stepped };
  "orders.conclude": { in: Conclude; out: Stepped };
  "orders.void": { in: Void; out: Stepped };
  "orders.withdraw": { in: WithdrawOrder; out: Stepped };
  "orders.book_in": { in: BookIn; out: BookedIn };
  "orders.move_copy": { in: MoveCopy; out: Stepped };
  "orders.replace_copy": { in: ReplaceCopy; out: Stepped };
  "orders.explain_late": { in: ExplainLate; out: Stepped };
  "orders.correct": { in: CorrectOrder; out: Stepped };
  "orders.correct_fact": { in: CorrectOrderFact; out: CorrectedOrder };
  "orders.print": { in: PrintOrder; out: PrintedOrder };
  "orders.report_print": { in: ReportPrint; out: null };
  "registers.export": { in: ExportRegister; out: Exported };
  "registers.print": { in: PrintRegister; out: Exported };
  "orders.show": { in: ShowOrder; out: OrderView };
  "orders.form": { in: ShowForm; out: PrintPages };
  "orders.list": { in: ListOrders; out: OrderPage };
  "orders.stages": { in: Stages; out: Array<Stage> };
  "orders.queue": { in: Queue; out: QueuePage };
  "desk.workbench": { in: Workbench; out: WorkbenchView };
  "fees.list": { in: ListSchedules; out: Array<ScheduleView> };
  "fees.show": { in: ShowSchedule; out: ShownSchedule | null };
  "fees.draft": { in: DraftSchedule; out: FeeSchedule };
  "fees.edit": { in: EditSchedule; out: EditedSchedule };
  "fees.drop": { in: DropSchedule; out: FeeSchedule };
  "fees.publish": { in: PublishSchedule; out: FeeSchedule };
  "fees.compare": { in: CompareSchedules; out: Comparison };
  "fees.candidates": { in: Candidates; out: Array<Candidate> };
  "fees.say": { in: SayPrices; out: Array<PriceSaid> };
  "fees.print": { in: PrintSchedule; out: Exported };
  "fees.read_sheet": { in: ReadSheet; out: SheetRead };
  "fees.import": { in: ImportSheet; out: Imported };
  "settlement.pay": { in: Pay; out: Settled };
  "settlement.refund": { in: Refund; out: Settled };
  "settlement.waive": { in: Waive; out: Settled };
  "settlement.on_account": { in: OnAccount; out: Settled };
  "settlement.show": { in: ShowSettlement; out: SettlementView };
  "settlement.unpaid": { in: ListUnpaid; out: UnpaidPage };
  "settlement.takings": { in: ShowTakings; out: TakingsView };
  "settlement.receive_takings": { in: ReceiveTakings; out: TakingsId };
  "settlement.print_receipt": { in: PrintReceipt; out: Exported };
  "settlement.print_takings": { in: PrintTakings; out: Exported };
}
