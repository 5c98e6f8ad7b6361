// Made from the Rust types by `./dev bindings`. Do not edit.

export type Action = "enter" | "be_here" | "manage_people" | "change_settings" | "manage_places" | "see_places" | "reveal_contact" | "see_requests" | "record_request" | "handle_request" | "supervise_desk" | "see_orders" | "issue_order" | "notify_order" | "accept_order" | "record_work" | "steer_order" | "confirm_order" | "countersign" | "return_order" | "follow_up" | "exempt" | "void_order" | "move_copies" | "print_forms" | "correct_record" | "export" | "back_up" | "restore" | "see_audit";
export type Administrator = { name: string, login: string, password: string, 
/**
 * Roles beside administrator: in a small office the manager sets the program up.
 */
roles: Array<Role>, };
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
export type Code = "broken" | "bad-call" | "sign-in-first" | "session-locked" | "denied" | "wrong-password" | "wrong-pin" | "too-many-tries" | "missing" | "too-long" | "invalid" | "time-unreadable" | "time-in-future" | "time-too-early" | "bad-phone" | "password-short" | "pin-form" | "stale" | "not-found" | "duplicate" | "already-set-up" | "not-set-up" | "ledger-locked" | "ledger-newer" | "ledger-damaged" | "not-a-ledger" | "wrong-key" | "ledger-missing" | "disk-full" | "file-trouble" | "no-access" | "no-backup-folder" | "backup-folder-gone" | "ledger-foreign" | "untrue" | "busy" | "cancelled";
export type CopyOwner = "desk" | "department" | "customer";
export type DepartmentId = number;
export type DepartmentKind = "desk" | "engineering" | "security" | "cleaning" | "greening" | "other";
export type DeskStatus = { set_up: boolean, office: string | null, 
/**
 * IANA name of the office's time zone, in which the screen shows times.
 */
zone: string | null, people: Array<SignInName>, };
export type Error = { code: Code, params: { [key in string]: string }, 
/**
 * Input field the error belongs to, when there is one.
 */
field: string | null, };
export type FollowUpRules = { unreached_tries: number, unreached_days: number, };
export type Hours = { desk_from: string, desk_to: string, };
export type Json<T> = T;
export type KindRules = { 
/**
 * One entry per copy, first copy first (R10).
 */
copies: Array<CopyOwner>, 
/**
 * Whether the supervisor signs before copy 1 returns (R13).
 */
countersign: boolean, };
export type Kinds = { household: KindRules, public: KindRules, maintenance: KindRules, service: KindRules, };
export type Lock = Record<symbol, never>;
export type Moment = string;
export type NewDepartment = { name: string, kind: DepartmentKind, phone: string | null, };
export type Numbers = { request_prefix: string, order_prefix: string, };
export type Office = { name: string, phone: string, 
/**
 * IANA time zone; day, numbers and clocks go by it.
 */
zone: string, };
export type PersonId = number;
export type Role = "clerk" | "desk_supervisor" | "monitor" | "worker" | "foreman" | "department_head" | "water_power_engineer" | "cashier" | "manager" | "administrator";
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
export type ShowSettings = Record<symbol, never>;
export type SignIn = { login: string, password: string, };
export type SignInName = { id: PersonId, name: string, login: string, };
export type SignOut = Record<symbol, never>;
export type SignedIn = { 
/**
 * Goes with every later call.
 */
token: string, who: Who, };
export type Status = Record<symbol, never>;
export type TimeInput = string;
export type Unlock = { token: string, secret: string, };
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

/** Every verb with its input and output. */
export interface Verbs {
  "desk.status": { in: Status; out: DeskStatus };
  "office.set_up": { in: SetUp; out: PersonId };
  "settings.show": { in: ShowSettings; out: SettingsView };
  "settings.change": { in: ChangeSettings; out: SettingsRow };
  "people.sign_in": { in: SignIn; out: SignedIn };
  "people.sign_out": { in: SignOut; out: null };
  "people.lock": { in: Lock; out: null };
  "people.unlock": { in: Unlock; out: Who };
  "people.who_am_i": { in: WhoAmI; out: Who };
}
